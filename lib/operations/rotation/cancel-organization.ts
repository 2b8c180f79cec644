import "server-only";
import { and, eq } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import { OrganizationRotationTarget } from "@/lib/domain/rotation/inputs";
import { isAbandoned } from "@/lib/domain/rotation/standstill";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";

/** Gives a rotation up: its own, or that of somebody who has left it. What was staged goes; nothing else had changed. */
export const cancelOrganizationRotation = defineCommand({
  name: "rotation.cancel_organization",
  input: OrganizationRotationTarget,
  access: inOrganization.rotate_key,
  async run({ tx, actor, input: { organizationId, rotationId }, now }) {
    const which = and(eq(rotations.id, rotationId), eq(rotations.organizationId, organizationId));
    const [rotation] = await tx
      .select({ begunBy: rotations.begunBy, lastStagedAt: rotations.lastStagedAt })
      .from(rotations)
      .where(which)
      .for("update");
    if (!rotation) throw new NotFound();
    if (rotation.begunBy !== personOf(actor) && !isAbandoned(rotation.lastStagedAt, now))
      throw new Refused("rotation_of_another");
    await tx.delete(rotations).where(which);
    return done(null, { type: "organization.key_rotation_cancelled", organizationId });
  },
});
