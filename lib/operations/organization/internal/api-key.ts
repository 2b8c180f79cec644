import "server-only";
import { randomBytes } from "node:crypto";
import type { Tx } from "@/db/client";
import { organizationApiKeys } from "@/db/schema/organization-api-keys";
import type { OrganizationId } from "@/lib/domain/ids";
import { sealAtRest } from "@/lib/secrets-at-rest";

/** The row that a sealed key belongs to: in another row it opens nothing. */
export const placeOfApiKey = (organizationId: OrganizationId) =>
  ["organization_api_keys", organizationId] as const;

/** Makes the organization's key, of 32 random bytes in base64url; one that it had works no more. */
export async function makeApiKey(tx: Tx, organizationId: OrganizationId, madeAt: Date): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const fresh = { sealedSecret: sealAtRest(secret, placeOfApiKey(organizationId)), madeAt };
  await tx
    .insert(organizationApiKeys)
    .values({ organizationId, ...fresh })
    .onConflictDoUpdate({ target: organizationApiKeys.organizationId, set: fresh });
  return secret;
}
