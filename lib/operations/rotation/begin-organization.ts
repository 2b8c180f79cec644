import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationKeySuccessions } from "@/db/schema/organization-keys";
import { rotations } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import { type OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { BeginOrganizationRotation } from "@/lib/domain/rotation/inputs";
import { mayTakeOver } from "@/lib/domain/rotation/taking-over";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { lockOfProvider } from "@/lib/operations/organization/internal/team-of-provider";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { canBeFinished } from "@/lib/operations/rotation/internal/can-be-finished";

const wasKey = async (tx: Tx, organizationId: OrganizationId, keyId: OrganizationKeyId) =>
  (await tx.$count(
    organizationKeySuccessions,
    and(
      eq(organizationKeySuccessions.organizationId, organizationId),
      eq(organizationKeySuccessions.keyId, keyId),
    ),
  )) > 0;

/**
 * Keeps an organization's next key, for whoever has made it to seal everything anew under it. There is one rotation
 * at a time: that of somebody else has to be over, to have stood still for a while, or to be
 * one that cannot be finished any more.
 *
 * @throws {Refused} `key_id_taken` for the id of the present key, or one that an earlier rotation gave.
 */
export const beginOrganizationRotation = defineCommand({
  name: "rotation.begin_organization",
  input: BeginOrganizationRotation,
  access: recentlyProven(inOrganization.rotate_key),
  // Whoever leaves the team outdates what is begun: that is there before they go, or begun after.
  locks: async ({ tx, input: { organizationId } }) => [
    ...(await lockOfProvider(tx, organizationId)),
    organization(organizationId),
  ],
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
        canBeFinished,
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

    // A tab with the key that is replaced goes on under its id, and would write what nobody can open.
    const idOfKey = OrganizationKeyId.parse(id);
    if (idOfKey === organizationKeyId || (await wasKey(tx, organizationId, idOfKey)))
      throw new Refused("key_id_taken");
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
