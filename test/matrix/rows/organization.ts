import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { deleteOrganization } from "@/lib/operations/organization/delete-organization";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { listMyPlaces } from "@/lib/operations/organization/list-my-places";
import { listVisits } from "@/lib/operations/organization/list-visits";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { rotateApiKey } from "@/lib/operations/organization/rotate-api-key";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { showApiKey } from "@/lib/operations/organization/show-api-key";
import { updateOrganization } from "@/lib/operations/organization/update-organization";
import { inConsole, ofAddressee, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { keyOf } from "@/test/organization";
import { sealedKey } from "@/test/people";

const here = ({ organizationId }: Given) => ({ organizationId });

/** Whoever looks after members: protocol chapter 8.3. */
const members = inConsole(["owner", "admin", "visitors"]);

/** What the provider's people are let in for, and what only owners keep beside them: protocol chapter 7.11. */
const owners = inConsole(["owner", "visitors"]);

/** What owners decide and see about their provider. */
const ownersAlone = inConsole(["owner"]);

/** An owner answers what the provider has asked; those who would invite the member are told who does. */
const answer = inConsole(["owner"], { admin: "only_owners_answer", visitors: "only_owners_answer" });

export const rows = [
  row(getOrganizationFrame, members).with(here),
  row(listOrganizationMembers, members).with(here),
  row(listAssignableMembers, members).with(here),
  row(inviteOrganizationMembers, members).with(({ organizationId, collectionId }) => ({
    organizationId,
    emails: ["newcomer@client.example"],
    role: "user",
    collections: [{ collectionId, permission: "view" }],
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
  row(changeOrganizationMemberRole, members).with(({ organizationId, others }) => ({
    organizationId,
    memberId: others.member.memberId,
    role: "admin",
  })),
  row(removeOrganizationMembers, members).with(({ organizationId, others }) => ({
    organizationId,
    memberIds: [others.member.memberId],
  })),
  row(approveOrganizationMember, answer).with(({ organizationId, others }) => ({
    organizationId,
    memberId: others.asked.memberId,
  })),
  row(refuseOrganizationMember, answer).with(({ organizationId, others }) => ({
    organizationId,
    memberId: others.asked.memberId,
  })),
  row(getOrganizationSettings, owners).with(here),
  row(updateOrganization, owners).with(({ organizationId }) => ({
    organizationId,
    name: "Renamed Client",
    billingEmail: "billing@client.example",
  })),
  row(showApiKey, owners).with(here),
  row(rotateApiKey, owners).with(here),
  row(setProviderAccess, ownersAlone).with(({ organizationId }) => ({ organizationId, access: "closed" })),
  row(listVisits, ownersAlone).with(here),
  row(deleteOrganization, ownersAlone).with(here),
  row(acceptOrganizationInvitation, ofAddressee("invited")).with(({ invitation }) => ({ token: invitation })),
  row(listMyPlaces, ofOneself()).with(() => ({})),
];
