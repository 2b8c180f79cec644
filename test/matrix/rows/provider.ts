import { eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { users } from "@/db/schema/users";
import { ProviderId } from "@/lib/domain/ids";
import { personOf } from "@/lib/operations/account/access";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { execute } from "@/lib/operations/command";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { askProviderDeletion } from "@/lib/operations/provider/ask-provider-deletion";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { deleteProvider } from "@/lib/operations/provider/delete-provider";
import { getProviderDeletion } from "@/lib/operations/provider/get-deletion";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { getProviderDetails } from "@/lib/operations/provider/get-provider-details";
import { getProviderRules } from "@/lib/operations/provider/get-provider-rules";
import { getSetUp } from "@/lib/operations/provider/get-set-up";
import { getSubscription } from "@/lib/operations/provider/get-subscription";
import { getTwoStepRequirement } from "@/lib/operations/provider/get-two-step-requirement";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import { listOwnProviders } from "@/lib/operations/provider/list-own-providers";
import { listStaffPlaces } from "@/lib/operations/provider/list-staff-places";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";
import { seeProviderAdministration } from "@/lib/operations/provider/see-administration";
import { setClientCreation } from "@/lib/operations/provider/set-client-creation";
import { setMailLanguage } from "@/lib/operations/provider/set-mail-language";
import { setSessionLength } from "@/lib/operations/provider/set-session-length";
import { setTwoStepRequirement } from "@/lib/operations/provider/set-two-step-requirement";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";
import { updateProvider } from "@/lib/operations/provider/update-provider";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { forEverybody, inPortal, ofAddressee, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { sealedKey } from "@/test/people";

const here = ({ providerId }: Given) => ({ providerId });

const everyUser = inPortal(["staff"]);
const admins = inPortal(["provider admin"]);

/** A link that invites the newcomer of the table into the provider's team. */
async function aPlaceInTheTeam({ tx, providerId, places: { invited } }: Given) {
  const [member] = await tx
    .insert(providerMembers)
    .values({ providerId, role: "service_user", status: "invited", email: invited.email })
    .returning({ id: providerMembers.id });
  if (!member) throw new Error("no row came back");
  const subject = { purpose: "provider_member", email: invited.email, providerMemberId: member.id } as const;
  return { token: await issueToken(tx, subject, new Date()) };
}

/** A link that makes the newcomer of the table the owner of a provider. */
async function aProviderOfOnesOwn({ tx, who, places: { invited } }: Given) {
  const { email } = invited;
  const invitation = { email, teamsSeats: 0, enterpriseSeats: 0 };
  const { providerId } = await execute(tx, inviteProvider, who("operator").actor, invitation);
  return {
    token: await issueToken(
      tx,
      { purpose: "provider_set_up", email, providerId: ProviderId.parse(providerId) },
      new Date(),
    ),
  };
}

/** Takes the clients of the table's provider away from it. */
async function withoutClients({ tx, providerId }: Given) {
  await tx.delete(providerOrganizations).where(eq(providerOrganizations.providerId, providerId));
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: null })
    .where(eq(organizationMembers.placeOfProvider, providerId));
  await tx
    .update(organizations)
    .set({ providerId: null, status: "created" })
    .where(eq(organizations.providerId, providerId));
}

/** A link that deletes the provider of the table, sent to its admin. */
async function aLinkThatDeletes({ tx, providerId, who }: Given) {
  const { actor } = who("provider admin");
  const userId = personOf(actor);
  const [admin] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  const subject = { purpose: "provider_deletion", email: admin?.email ?? "", providerId, userId } as const;
  return { token: await issueToken(tx, subject, new Date()) };
}

export const rows = [
  row(getProviderFrame, everyUser).with(here),
  row(seeProviderAdministration, admins).with(here),
  row(getProviderDetails, admins).with(here),
  row(updateProvider, admins).with(({ providerId }) => ({
    providerId,
    name: "Renamed Provider",
    billingEmail: "billing@provider.example",
  })),
  row(getTwoStepRequirement, admins).with(here),
  row(setTwoStepRequirement, admins).with(({ providerId }) => ({ providerId, required: false })),
  row(getProviderRules, admins).with(here),
  row(setSessionLength, admins).with(({ providerId }) => ({ providerId, hours: 24 })),
  row(setClientCreation, admins).with(({ providerId }) => ({ providerId, allowed: true })),
  row(setMailLanguage, admins).with(({ providerId }) => ({ providerId, language: "fr" })),
  row(getSubscription, admins).with(here),
  row(listProviderMembers, admins).with(here),
  row(inviteProviderMembers, admins).with(({ providerId }) => ({
    providerId,
    emails: ["newcomer@provider.example"],
    role: "service_user",
  })),
  row(resendProviderInvitations, admins).with(({ providerId, team }) => ({
    providerId,
    memberIds: [team.invitee.memberId],
  })),
  row(getMembersToConfirm, admins).with(here),
  row(confirmProviderMembers, admins).with(({ providerId, team: { waiting } }) => ({
    providerId,
    people: [{ memberId: waiting.memberId, publicKey: waiting.publicKey, providerKeyForMember: sealedKey() }],
  })),
  row(changeProviderMemberRole, admins).with(({ providerId, team }) => ({
    providerId,
    memberId: team.colleague.memberId,
    role: "provider_admin",
  })),
  row(listStaffPlaces, admins).with(({ providerId, team }) => ({
    providerId,
    memberIds: [team.colleague.memberId],
  })),
  row(removeProviderMembers, admins).with(({ providerId, team }) => ({
    providerId,
    memberIds: [team.colleague.memberId],
  })),
  row(askProviderDeletion, admins).with(async (given) => {
    await withoutClients(given);
    return here(given);
  }),
  row(getProviderDeletion, forEverybody()).with(aLinkThatDeletes),
  row(deleteProvider, admins).with(async (given) => {
    await withoutClients(given);
    return aLinkThatDeletes(given);
  }),
  row(getSetUp, forEverybody()).with(aProviderOfOnesOwn),
  row(setUpProvider, ofAddressee("invited")).with(async (given) => ({
    ...(await aProviderOfOnesOwn(given)),
    name: "New Provider",
    billingEmail: "billing@new.example",
    providerKeyForMember: sealedKey(),
  })),
  row(acceptProviderInvitation, ofAddressee("invited")).with(aPlaceInTheTeam),
  row(listOwnProviders, ofOneself()).with(() => ({})),
];
