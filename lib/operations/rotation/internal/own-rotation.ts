import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rotations } from "@/db/schema/rotations";
import type { OrganizationId, RotationId, UserId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";

type Which = { rotationId: RotationId; organizationId: OrganizationId | null };

/**
 * The rotation that somebody goes on with, locked.
 *
 * @throws {NotFound} when it is over, and {Refused} `rotation_of_another` when somebody else has begun it, or
 * `rotation_outdated` when somebody, or an organization, may have been sealed the next key that is not to have it.
 */
export async function lockOwnRotation(tx: Tx, userId: UserId, { rotationId, organizationId }: Which) {
  const [rotation] = await tx
    .select()
    .from(rotations)
    .where(
      and(
        eq(rotations.id, rotationId),
        organizationId ? eq(rotations.organizationId, organizationId) : eq(rotations.userId, userId),
      ),
    )
    .for("update");
  if (!rotation) throw new NotFound();
  if (rotation.begunBy !== userId) throw new Refused("rotation_of_another");
  if (rotation.isOutdated) throw new Refused("rotation_outdated");
  return rotation;
}
