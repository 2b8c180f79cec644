import "server-only";
import { sql } from "drizzle-orm";
import { organizationKeySuccessions } from "@/db/schema/organization-keys";
import { organizations } from "@/db/schema/organizations";
import type { EncString } from "@/lib/crypto/types";
import type { UserId } from "@/lib/domain/ids";
import { knownKeyOf } from "@/lib/operations/key/internal/known-keys";

/** A column of an organization: how its key has come after the ones before it, latest first. */
export const successions = sql<{ predecessor: EncString; proof: EncString }[]>`(select
  coalesce(jsonb_agg(jsonb_build_object('predecessor', former.predecessor, 'proof', former.proof)
    order by former.at desc), '[]'::jsonb)
  from ${organizationKeySuccessions} as former where former.organization_id = ${organizations.id})`;

/** What an organization's key is compared with in the browser: what it has to open, and what the account remembers. */
export const comparableKey = (userId: UserId) => ({
  organizationKeyId: organizations.keyId,
  publicKey: organizations.publicKey,
  privateKeyForOrganization: organizations.privateKeyForOrganization,
  knownOrganizationKey: knownKeyOf(userId, "organization", organizations.id),
  successions,
});
