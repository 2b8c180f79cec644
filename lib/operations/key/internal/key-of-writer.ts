import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { sessions } from "@/db/schema/sessions";
import type { Actor } from "@/lib/domain/actor";
import type { OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { hasToldKey } from "@/lib/domain/rotation/told-key";
import { sessionOf } from "@/lib/operations/account/access";
import { Refused } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";

/**
 * The key under which an item is sealed that is written now, held until the commit. Browsers name it. An app says
 * `current`, which it has once its session was told of it by a sync.
 *
 * @throws {Refused} `organization_key_replaced`
 */
export async function keyOfWriter(
  tx: Tx,
  actor: Actor,
  organizationId: OrganizationId,
  keyId: OrganizationKeyId | "current" | null,
): Promise<OrganizationKeyId> {
  if (keyId !== "current") return expectCurrentKey(tx, organizationId, keyId);
  const [organization] = await tx
    .select({ keyId: organizations.keyId, rotatedAt: organizations.keyRotatedAt })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("key share");
  const [session] = await tx
    .select({ toldAt: sessions.keysToldAt })
    .from(sessions)
    .where(eq(sessions.id, sessionOf(actor)));
  if (!organization || !hasToldKey(organization.rotatedAt, session?.toldAt ?? null))
    throw new Refused("organization_key_replaced");
  return organization.keyId;
}
