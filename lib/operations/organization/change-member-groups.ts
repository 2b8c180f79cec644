import "server-only";
import { ChangeMemberGroups } from "@/lib/domain/organization/inputs";
import { mayManageRole } from "@/lib/domain/organization/member";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { expectManagers } from "@/lib/operations/collection/internal/expect-managers";
import { lockAllGroups } from "@/lib/operations/collection/internal/lock-groups";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { putIntoGroups, takeOutOfGroups } from "@/lib/operations/group/internal/belonging";
import { holdCollectionsOfGroups } from "@/lib/operations/group/internal/cells";
import { holdGroupsToGive } from "@/lib/operations/group/internal/hold-groups-to-give";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { lockMember } from "@/lib/operations/organization/internal/lock-members";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Puts one member into groups and takes them out of others. Sent twice, it is done once. Whoever was revoked is in
 * their groups as they were, and comes into none.
 *
 * @throws {NotFound} for the whole when one of the groups is not the organization's.
 */
export const changeMemberGroups = defineCommand({
  name: "organization.change_member_groups",
  input: ChangeMemberGroups,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, memberId, given, taken }, standing }) {
    const place = placeOf(standing);
    const member = await lockMember(tx, organizationId, memberId);
    assertAllowed(mayManageRole(place, member.role));
    if (member.status === "revoked") throw new NotFound();
    await lockAllGroups(tx, organizationId, [...given, ...taken], "update");
    await holdGroupsToGive(tx, place, organizationId, given, [memberId]);
    if (given.length > 0) await expectKeptFromProvider(tx, place, { organizationId, memberIds: [memberId] });
    const held = taken.length > 0 ? await holdCollectionsOfGroups(tx, organizationId, taken) : [];
    const gone = await takeOutOfGroups(tx, { organizationId, memberId }, taken);
    const added = await putIntoGroups(tx, organizationId, given, [memberId]);
    if (gone + added === 0) return doneUnrecorded({ memberId }, "they are in them, or out of them, already");
    await expectManagers(
      tx,
      place,
      held.map(({ id }) => id),
    );
    await advanceOrganization(tx, organizationId);
    return done(
      { memberId },
      {
        type: "organization_member.groups_changed",
        organizationId,
        organizationMemberId: memberId,
        ...(member.userId && { userId: member.userId }),
        details: { email: member.shownEmail, given: added, taken: gone },
      },
    );
  },
});
