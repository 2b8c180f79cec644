import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { changeMemberCollections } from "@/lib/operations/organization/change-member-collections";
import { changeMemberGroups } from "@/lib/operations/organization/change-member-groups";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { createOrganization } from "@/lib/operations/organization/create-organization";
import { deleteOrganization } from "@/lib/operations/organization/delete-organization";
import { getOrganizationMember } from "@/lib/operations/organization/get-member";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import { getOverview } from "@/lib/operations/organization/get-overview";
import { getPublicKey } from "@/lib/operations/organization/get-public-key";
import { getOrganizationSuspension } from "@/lib/operations/organization/get-suspension";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { leaveProvider } from "@/lib/operations/organization/leave-provider";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { listMyMemberships } from "@/lib/operations/organization/list-my-memberships";
import { listMyPlaces } from "@/lib/operations/organization/list-my-places";
import { listVisits } from "@/lib/operations/organization/list-visits";
import { previewOwnPlan } from "@/lib/operations/organization/preview-own-plan";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { reportMemberAccess } from "@/lib/operations/organization/report-member-access";
import { reportMemberCollections } from "@/lib/operations/organization/report-member-collections";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { rotateApiKey } from "@/lib/operations/organization/rotate-api-key";
import { setCollectionSwitches } from "@/lib/operations/organization/set-collection-switches";
import { setOwnPlan } from "@/lib/operations/organization/set-own-plan";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { showApiKey } from "@/lib/operations/organization/show-api-key";
import { updateOrganization } from "@/lib/operations/organization/update-organization";
import { vouchForMember } from "@/lib/operations/organization/vouch-for-member";
import { inConsole, ofAddressee, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { newOrganization } from "@/test/matrix/world";
import { aMemberOf, anOrganizationWith, keyOf } from "@/test/organization";
import { sealedKey } from "@/test/people";

const here = ({ organizationId }: Given) => ({ organizationId });

/** Whoever finds something in the console. */
const console = inConsole([
  "owner",
  "admin",
  "visitors",
  "custom: event_logs",
  "custom: import_export",
  "custom: reports",
  "custom: edit_any_collection",
  "custom: delete_any_collection",
  "custom: manage_groups",
  "custom: manage_policies",
  "custom: manage_account_recovery",
  "custom: manage_users",
]);

/** Whoever looks after members: protocol chapter 8.3. */
const members = inConsole(["owner", "admin", "visitors", "custom: manage_users"]);

/** Those and whoever gives members what they look after: groups, collections that they make or manage. */
const pickers = inConsole([
  "owner",
  "admin",
  "visitors",
  "custom: manage_users",
  "custom: manage_groups",
  "custom: edit_any_collection",
  "custom: create_collections",
  "manage",
]);

/** What the provider's people are let in for, and what only owners keep beside them: protocol chapter 7.11. */
const owners = inConsole(["owner", "visitors"]);

/** What owners decide and see about their provider. */
const ownersAlone = inConsole(["owner"]);

/** An owner answers what the provider has asked; those who would invite the member are told who does. */
const answer = inConsole(["owner"], {
  admin: "only_owners_answer",
  visitors: "only_owners_answer",
  "custom: manage_users": "only_owners_answer",
});

async function anOwnPlan({ tx, you }: Given) {
  const { organizationId } = await anOrganizationWith(tx);
  if (you.person) await aMemberOf(tx, organizationId, you.person, { role: "owner" });
  return { organizationId, plan: "teams_monthly" as const };
}

export const rows = [
  // Apps have no visits: whoever confirms as a member is given the key of whoever waits.
  row(
    getPublicKey,
    inConsole(["owner", "admin", "custom: manage_users"], { outside: "not_found", key: "not_signed_in" }),
  ).with(({ others }) => ({ userId: others.waiting.userId })),
  row(getOrganizationFrame, console).with(here),
  row(getOverview, console).with(here),
  row(listOrganizationMembers, members).with(here),
  row(listAssignableMembers, pickers).with(here),
  row(inviteOrganizationMembers, members).with(({ organizationId }) => ({
    organizationId,
    emails: ["newcomer@client.example"],
    role: "user",
    collections: [],
  })),
  row(resendOrganizationInvitations, members).with(({ organizationId, others }) => ({
    organizationId,
    memberIds: [others.invitee.memberId],
  })),
  row(getOrganizationMembersToConfirm, members).with(({ organizationId, others }) => ({
    organizationId,
    memberIds: [others.waiting.memberId],
  })),
  row(confirmOrganizationMembers, members).with(({ organizationId, others: { waiting } }) => ({
    organizationId,
    organizationKeyId: keyOf(organizationId),
    people: [
      {
        memberId: waiting.memberId,
        publicKey: waiting.publicKey,
        organizationKeyForMember: sealedKey(),
      },
    ],
  })),
  row(
    changeOrganizationMemberRole,
    inConsole(["owner", "admin", "visitors"], { "custom: manage_users": "custom_manages_no_admins" }),
  ).with(({ organizationId, others }) => ({
    organizationId,
    memberId: others.member.memberId,
    role: "admin",
  })),
  row(removeOrganizationMembers, members).with(({ organizationId, others }) => ({
    organizationId,
    memberIds: [others.member.memberId],
  })),
  row(getOrganizationMember, members).with(({ organizationId, others }) => ({
    organizationId,
    memberId: others.member.memberId,
  })),
  row(changeMemberGroups, inConsole(["owner", "admin", "visitors", "custom: manage_groups"])).with(
    ({ organizationId, others, groupId }) => ({
      organizationId,
      memberId: others.member.memberId,
      given: [groupId],
      taken: [],
    }),
  ),
  row(changeMemberCollections, inConsole(["owner", "admin", "visitors", "custom: edit_any_collection"])).with(
    ({ organizationId, others, collectionId }) => ({
      organizationId,
      memberId: others.member.memberId,
      given: [{ collectionId, permission: "view" }],
      changed: [],
      taken: [],
    }),
  ),
  row(revokeOrganizationMembers, members).with(({ organizationId, others }) => ({
    organizationId,
    memberIds: [others.member.memberId],
  })),
  row(restoreOrganizationMembers, members).with(({ organizationId, others }) => ({
    organizationId,
    memberIds: [others.revoked.memberId],
  })),
  // The provider's people are no members, so there is nothing to leave but their visit.
  row(leaveOrganization, inConsole(["owner", "admin", "customs", "given"])).with(here),
  row(reportMemberAccess, inConsole(["owner", "admin", "visitors", "custom: reports"])).with(here),
  row(reportMemberCollections, inConsole(["owner", "admin", "visitors", "custom: reports"])).with(
    ({ organizationId, others }) => ({ organizationId, memberIds: [others.member.memberId] }),
  ),
  row(approveOrganizationMember, answer).with(({ others }) => others.asked),
  row(refuseOrganizationMember, answer).with(({ others }) => others.asked),
  row(vouchForMember, ownersAlone).with(({ organizationId, others }) => ({
    organizationId,
    memberId: others.letIn.memberId,
  })),
  row(getOrganizationSettings, owners).with(here),
  row(updateOrganization, owners).with(({ organizationId }) => ({
    organizationId,
    name: "Renamed Client",
    billingEmail: "billing@client.example",
    language: null,
  })),
  row(setCollectionSwitches, owners).with(({ organizationId }) => ({
    organizationId,
    limitCollectionCreation: false,
    limitCollectionDeletion: false,
    limitItemDeletion: true,
    allowAdminAccessToAllCollectionItems: false,
  })),
  row(showApiKey, owners).with(here),
  row(rotateApiKey, owners).with(here),
  row(setProviderAccess, ownersAlone).with(({ organizationId }) => ({ organizationId, access: "closed" })),
  row(getOrganizationSuspension, inConsole(["owner", "admin", "customs", "given", "visitors"])).with(here),
  row(listVisits, ownersAlone).with(here),
  row(createOrganization, ofOneself()).with(() => newOrganization()),
  // Of a client, its provider decides. Here everybody owns an organization without one.
  row(setOwnPlan, ofOneself({ key: "not_found" })).with(async (given) => ({
    ...(await anOwnPlan(given)),
    seats: 60,
  })),
  row(previewOwnPlan, ofOneself({ key: "not_found" })).with(anOwnPlan),
  row(leaveProvider, ownersAlone).with(here),
  row(deleteOrganization, ownersAlone).with(here),
  row(acceptOrganizationInvitation, ofAddressee("invited")).with(({ invitation }) => ({ token: invitation })),
  row(listMyPlaces, ofOneself()).with(() => ({})),
  row(listMyMemberships, ofOneself()).with(() => ({})),
];
