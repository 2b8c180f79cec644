import "server-only";
import { eq } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import { BeginOrganizationRotation } from "@/lib/domain/rotation/inputs";
import { mayTakeOver } from "@/lib/domain/rotation/taking-over";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Keeps an organization's next key, for whoever has made it to seal everything anew under it. There is one rotation
 * at a time: that of somebody else has to be over, or to have stood still for a while.
 */
export const beginOrganizationRotation = defineCommand({
  name: "rotation.begin_organization",
  input: BeginOrganizationRotation,
  access: recentlyProven(inOrganization.rotate_key),
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, actor, input, standing, now }) {
    const { organizationId, organizationKeyId, rotationId: id, succession, ...next } = input;
    const begunBy = personOf(actor);
    const { capacity } = placeOf(standing.standing);
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    const [before] = await tx
      .select({
        id: rotations.id,
        begunBy: users.id,
        name: users.name,
        email: users.email,
        lastStagedAt: rotations.lastStagedAt,
      })
      .from(rotations)
      .innerJoin(users, eq(users.id, rotations.begunBy))
      .where(eq(rotations.organizationId, organizationId));
    if (before?.id === id && before.begunBy === begunBy)
      return doneUnrecorded({ rotationId: id }, "it was begun by the same act before");
    if (before) {
      const isYours = before.begunBy === begunBy;
      assertAllowed(mayTakeOver({ ...before, isYours, begunBy: accountLabel(before) }, now));
    }

    await tx.delete(rotations).where(eq(rotations.organizationId, organizationId));
    await tx.insert(rotations).values({
      ...next,
      ...succession,
      id,
      organizationId,
      begunBy,
      forProvider: capacity.as === "provider",
      begunAt: now,
      lastStagedAt: now,
    });
    return done({ rotationId: id }, { type: "organization.key_rotation_begun", organizationId });
  },
});
