import "server-only";
import { all } from "@/lib/domain/decision";
import { mayStopOwning, ownersWithout } from "@/lib/domain/organization/counting-owner";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import { mayRevokeMember } from "@/lib/domain/organization/revoking";
import { personOf } from "@/lib/operations/account/access";
import { defineBulk, fitting } from "@/lib/operations/bulk";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { ownersAmong, touchedOwners } from "@/lib/operations/organization/internal/both-logs";
import { accountsOf, lockSelected } from "@/lib/operations/organization/internal/lock-members";
import { revocation, revokeMembers } from "@/lib/operations/organization/internal/revoke-members";

/**
 * Takes members their access until they are restored, and frees their seats. From the next request on they read
 * nothing of the organization, and a link that invited them is unknown.
 */
export const revokeOrganizationMembers = defineBulk({
  name: "organization.revoke_members",
  input: MemberTargets,
  access: inOrganization.revoke_members,
  locks: async ({ tx, input }) => [organization(input.organizationId), ...(await accountsOf(tx, input))],
  ids: ({ input: { memberIds } }) => memberIds,
  lock: ({ tx, input, standing }) => lockSelected(tx, placeOf(standing), input),
  judge(member, { actor, standing }, before) {
    const isYou = member.userId === personOf(actor);
    const left = ownersWithout(member.confirmed, before);
    return fitting(
      member,
      all(
        mayRevokeMember(placeOf(standing), { ...member, isYou }),
        mayStopOwning({ ...member, isYou }, left),
      ),
    );
  },
  async act({ tx, input: { organizationId }, standing, now }, members) {
    await revokeMembers(tx, organizationId, members, "manual", now);
    return touchedOwners(tx, placeOf(standing), organizationId, ownersAmong(members), "revoked");
  },
  event: (member, { input: { organizationId } }) => revocation(organizationId, member, "manual"),
});
