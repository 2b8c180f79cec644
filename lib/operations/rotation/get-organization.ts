import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { rotations } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { mayTakeOver } from "@/lib/domain/rotation/taking-over";
import { personOf } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { canBeFinished } from "@/lib/operations/rotation/internal/can-be-finished";

/**
 * When the organization's key was last replaced, and the rotation that is under way. Its next key is for whoever made
 * it.
 */
export const getOrganizationRotation = defineQuery({
  name: "rotation.get_organization",
  input: OrganizationTarget,
  access: inOrganization.rotate_key,
  async read({ tx, actor, input: { organizationId }, now }) {
    const [row] = await tx
      .select({
        rotatedAt: organizations.keyRotatedAt,
        createdAt: organizations.createdAt,
        rotation: rotations,
        canBeFinished,
        begunBy: users,
      })
      .from(organizations)
      .leftJoin(rotations, eq(rotations.organizationId, organizations.id))
      .leftJoin(users, eq(users.id, rotations.begunBy))
      .where(eq(organizations.id, organizationId));
    if (!row) throw new NotFound();
    const { rotation, canBeFinished: isAlive, begunBy, rotatedAt, createdAt } = row;
    if (!rotation || !begunBy) return { rotatedAt, createdAt, rotation: null };
    const { id, begunAt, lastStagedAt, isOutdated, keyForBeginner, publicKey, privateKey } = rotation;
    const isYours = begunBy.id === personOf(actor);
    const underWay = { isYours, canBeFinished: isAlive, lastStagedAt, begunBy: accountLabel(begunBy) };
    return {
      rotatedAt,
      createdAt,
      rotation: {
        id,
        begunAt,
        begunBy: underWay.begunBy,
        /** Somebody has gone since who may have been sealed the next key: nobody goes on with it. */
        isOutdated,
        /** It is not outdated, and whoever began it may still replace the key. */
        canBeFinished: isAlive,
        may: { takeOver: mayTakeOver(underWay, now).allowed },
        next: isYours && !isOutdated ? { keyForBeginner, publicKey, privateKey } : null,
      },
    };
  },
});

export type OrganizationRotation = Awaited<ReturnType<typeof getOrganizationRotation.read>>;
