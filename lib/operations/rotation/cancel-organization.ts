import "server-only";
import { and, eq } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import { OrganizationRotationTarget } from "@/lib/domain/rotation/inputs";
import { mayTakeOver } from "@/lib/domain/rotation/taking-over";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { canBeFinished } from "@/lib/operations/rotation/internal/can-be-finished";

/** Gives a rotation up: its own, or that of somebody who has left it. What was staged goes; nothing else had changed. */
export const cancelOrganizationRotation = defineCommand({
  name: "rotation.cancel_organization",
  input: OrganizationRotationTarget,
  access: inOrganization.rotate_key,
  async run({ tx, actor, input: { organizationId, rotationId }, now }) {
    const which = and(eq(rotations.id, rotationId), eq(rotations.organizationId, organizationId));
    const [rotation] = await tx
      .select({
        begunBy: users.id,
        name: users.name,
        email: users.email,
        lastStagedAt: rotations.lastStagedAt,
        canBeFinished,
      })
      .from(rotations)
      .innerJoin(users, eq(users.id, rotations.begunBy))
      .where(which)
      .for("update", { of: rotations });
    if (!rotation) throw new NotFound();
    const isYours = rotation.begunBy === personOf(actor);
    assertAllowed(mayTakeOver({ ...rotation, isYours, begunBy: accountLabel(rotation) }, now));
    await tx.delete(rotations).where(which);
    return done(null, { type: "organization.key_rotation_cancelled", organizationId });
  },
});
