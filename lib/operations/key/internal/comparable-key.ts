import "server-only";
import { organizations } from "@/db/schema/organizations";
import type { UserId } from "@/lib/domain/ids";
import { knownKeyOf } from "@/lib/operations/key/internal/known-keys";

/** What an organization's key is compared with in the browser: what it has to open, and what the account remembers. */
export const comparableKey = (userId: UserId) => ({
  organizationKeyId: organizations.keyId,
  publicKey: organizations.publicKey,
  privateKeyForOrganization: organizations.privateKeyForOrganization,
  knownOrganizationKey: knownKeyOf(userId, "organization", organizations.id),
});
