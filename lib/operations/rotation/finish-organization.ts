import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rotations } from "@/db/schema/rotations";
import type { OrganizationId } from "@/lib/domain/ids";
import { OrganizationRotationTarget } from "@/lib/domain/rotation/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { account, organization } from "@/lib/operations/locks";
import { giveNotice, tellAll } from "@/lib/operations/mail/internal/tell";
import { inOrganization } from "@/lib/operations/organization/access";
import { confirmedWhoMay } from "@/lib/operations/organization/internal/confirmed-who-may";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";
import { done } from "@/lib/operations/outcome";
import { labelOf } from "@/lib/operations/people/internal/label-of";
import { advanceAccounts, advanceOrganization } from "@/lib/operations/revision/internal/advance";
import { expectPlacesKept } from "@/lib/operations/rotation/internal/expect-places-kept";
import { lockOwnRotation } from "@/lib/operations/rotation/internal/own-rotation";
import { rowsOfOrganization } from "@/lib/operations/rotation/internal/rows";
import { countLost, countRows } from "@/lib/operations/rotation/internal/staged-rows";
import { switchOrganization } from "@/lib/operations/rotation/internal/switch-organization";
import { membersWithoutKey } from "@/lib/operations/rotation/internal/without-key";

/**
 * Switches an organization to its next key, once everything there is was sealed anew as it is now. All or nothing:
 * if a row came or changed since it was staged, nothing happens, and it is handed out again.
 *
 * Whoever has to be confirmed again is told, and stands in the log; so does how many rows were left behind because they
 * do not open.
 *
 * @throws {Refused} `rotation_incomplete` or `owner_needs_key`
 */
export const finishOrganizationRotation = defineCommand({
  name: "rotation.finish_organization",
  input: OrganizationRotationTarget,
  access: inOrganization.rotate_key,
  // Every act in the organization comes before the switch, or finds the next key.
  locks: async ({ tx, input: { organizationId, rotationId } }) => [
    { ...organization(organizationId), takes: "authority" },
    ...(await membersWithoutKey(tx, organizationId, rotationId)).map(({ userId }) => account(userId)),
  ],
  async run({ tx, actor, input: { organizationId, rotationId }, now }) {
    const userId = personOf(actor);
    const rotation = await lockOwnRotation(tx, userId, { rotationId, organizationId });
    const kinds = rowsOfOrganization({ ...rotation, organizationId });
    const { left } = await countRows(tx, rotationId, kinds);
    if (left > 0) throw new Refused("rotation_incomplete", { count: left });

    await expectPlacesKept(tx, { ...rotation, organizationId, rotationId });
    const waiting = await membersWithoutKey(tx, organizationId, rotationId);
    const lost = await countLost(tx, rotationId, kinds);
    const { name: organizationName } = await lockOrganization(tx, organizationId);
    const revisedAt = await advanceOrganization(tx, organizationId);
    await switchOrganization(tx, organizationId, rotation, { revisedAt, now });
    await advanceAccounts(
      tx,
      waiting.map(({ userId }) => userId),
    );
    await tx.delete(rotations).where(eq(rotations.id, rotationId));
    await tellOwners(tx, organizationId, { organizationName, by: userId, waiting: waiting.length, now });
    await tellAll(
      tx,
      waiting.map((to) => ({ to, mail: { kind: "organization.confirm_again", organizationName } })),
      now,
    );
    return done(
      { waiting: waiting.length },
      { type: "organization.key_rotated", organizationId, details: { waiting: waiting.length, lost } },
      ...waiting.map(({ memberId, userId, email, role }) => ({
        type: "organization_member.left_without_key" as const,
        organizationId,
        organizationMemberId: memberId,
        userId,
        details: { email, role },
      })),
    );
  },
});

type Told = { organizationName: string; by: Parameters<typeof account>[0]; waiting: number; now: Date };

async function tellOwners(
  tx: Tx,
  organizationId: OrganizationId,
  { organizationName, by, waiting, now }: Told,
) {
  const mail = {
    kind: "organization.key_rotated",
    organizationName,
    who: await labelOf(tx, by),
    waiting,
  } as const;
  const owners = await confirmedWhoMay(tx, organizationId, "answer_provider");
  await giveNotice(
    tx,
    owners.map((to) => ({ to, mail })),
    now,
  );
}
