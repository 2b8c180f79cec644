import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";

/**
 * Every write of something sealed under an organization's key calls this first. It locks the key until the
 * write is committed. Only a replacement of the key has to wait for that. Answers which one it is.
 *
 * @throws {Refused} `organization_key_replaced` when the writer sealed under a key that was replaced meanwhile.
 */
export async function expectCurrentKey(
  tx: Tx,
  organizationId: OrganizationId,
  keyId: OrganizationKeyId | null,
): Promise<OrganizationKeyId> {
  const [organization] = await tx
    .select({ keyId: organizations.keyId })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("key share");
  if (!organization) throw new NotFound();
  if (organization.keyId !== keyId) throw new Refused("organization_key_replaced");
  return organization.keyId;
}
