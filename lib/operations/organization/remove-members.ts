import "server-only";
import { all } from "@/lib/domain/decision";
import { endOfPlace } from "@/lib/domain/invitation";
import { mayStopOwning, ownersWithout } from "@/lib/domain/organization/counting-owner";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import { mayManageRole, mayRemoveMember } from "@/lib/domain/organization/member";
import { personOf } from "@/lib/operations/account/access";
import { defineBulk, fitting } from "@/lib/operations/bulk";
import { organization } from "@/lib/operations/locks";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { ownersAmong, touchedOwners } from "@/lib/operations/organization/internal/both-logs";
import { deleteMembers } from "@/lib/operations/organization/internal/delete-members";
import { accountsOf, lockSelected } from "@/lib/operations/organization/internal/lock-members";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";

/**
 * Removes members or takes invitations back, and frees their seats. Their rows held their copies of the
 * organization's key; links that were sent to them stop working.
 */
export const removeOrganizationMembers = defineBulk({
  name: "organization.remove_members",
  input: MemberTargets,
  access: inOrganization.remove_members,
  locks: async ({ tx, input }) => [organization(input.organizationId), ...(await accountsOf(tx, input))],
  ids: ({ input: { memberIds } }) => memberIds,
  lock: ({ tx, input, standing }) => lockSelected(tx, placeOf(standing), input),
  judge(member, { actor, standing }, before) {
    const place = placeOf(standing);
    const isYou = member.userId === personOf(actor);
    const left = ownersWithout(member.confirmed, before);
    return fitting(
      member,
      all(
        mayRemoveMember(isYou),
        mayManageRole(place, member.role),
        mayStopOwning({ ...member, isYou }, left),
      ),
    );
  },
  async act({ tx, input: { organizationId }, standing, now }, members) {
    const { name: organizationName } = await lockOrganization(tx, organizationId);
    const ofCollections = await deleteMembers(tx, organizationId, members, now);
    const mail = { kind: "organization.removed", organizationName } as const;
    await tellAll(
      tx,
      members.flatMap(({ account }) => (account ? { to: account, mail } : [])),
      now,
    );
    const touched = (act: "withdrawn" | "removed") => {
      const ended = members.filter(({ status }) => endOfPlace(status) === act);
      return touchedOwners(tx, placeOf(standing), organizationId, ownersAmong(ended), act);
    };
    return [...ofCollections, ...(await touched("withdrawn")), ...(await touched("removed"))];
  },
  event: ({ id, userId, role, status, shownEmail }, { input: { organizationId } }) => ({
    type: `organization_member.${endOfPlace(status)}`,
    organizationId,
    organizationMemberId: id,
    ...(userId && { userId }),
    details: { email: shownEmail, role },
  }),
});
