import type { Database } from "@/db/client";
import {
  type Acting,
  confirmMembers,
  enrolMember,
  inviteMembers,
  joinOrganization,
  membersByAddress,
} from "@/db/seed/members";
import type { ClientMember, NorthbeamClient } from "@/db/seed/northbeam/scenario";
import type { World } from "@/db/seed/northbeam/world";
import type { Persona } from "@/db/seed/persona";
import { seedMailedCodes } from "@/db/seed/second-step";
import type { GroupId, OrganizationMemberId } from "@/lib/domain/ids";
import { bindsRole } from "@/lib/domain/policy/binding";
import { turnOffTwoStep } from "@/lib/operations/account/turn-off-two-step";
import { execute } from "@/lib/operations/command";
import { changeGroupMembers } from "@/lib/operations/group/change-group-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";

/** A client that is set up: who acts in it, and its groups. */
export type Office = { client: NorthbeamClient; acting: () => Promise<Acting>; groups: Map<string, GroupId> };

/** Whether a policy of the client wants a second step of somebody in this role. */
export const needsStep = ({ policies }: NorthbeamClient, { role: { role } }: ClientMember) =>
  policies.includes("two-step login") && bindsRole("two_step_login", { role, isProviders: false });

const wasConfirmed = ({ status }: ClientMember) => status === "Confirmed" || status === "Revoked";

/** Invites members, and brings each as far as the data says they are. */
export async function bringIn(world: World, office: Office, members: readonly ClientMember[]): Promise<void> {
  if (members.length === 0) return;
  const { db, people } = world;
  const roles = new Map(members.map(({ role }) => [JSON.stringify(role), role]));
  for (const [key, role] of roles) {
    const emails = members.filter((member) => JSON.stringify(member.role) === key).map(({ email }) => email);
    await inviteMembers(db, await office.acting(), role, emails);
  }
  const ids = await membersByAddress(db, await office.acting());
  await putIntoGroups(db, office, members, ids);

  const recoveryCodes = new Map<string, string>();
  for (const member of members.filter(({ status }) => status !== "Invited")) {
    const newcomer = newcomerOf(world, office.client, member);
    await joinOrganization(db, newcomer, async (persona) => {
      people.joined(persona);
      const code = await takeStep(world, office.client, member, persona);
      if (code) recoveryCodes.set(member.email, code);
    });
  }
  const idsOf = (some: readonly ClientMember[]) => some.flatMap(({ email }) => ids.get(email) ?? []);
  const confirmed = members.filter(wasConfirmed);
  if (confirmed.length > 0) await confirmMembers(db, await office.acting(), idsOf(confirmed));
  for (const { email } of members.filter(({ recoveryEnrolled }) => recoveryEnrolled))
    await enrol(world, office, email);
  await revoke(world, office, members, idsOf, recoveryCodes);
}

export const newcomerOf = ({ people }: World, { tags }: NorthbeamClient, { name, email }: ClientMember) =>
  people.newcomer(name ?? email, email, tags.includes("fr") ? "fr" : "en");

export async function enrol({ db, people }: World, office: Office, email: string): Promise<void> {
  const { organizationId } = await office.acting();
  await enrolMember(db, { organizationId, by: await people.signedIn(email) });
}

/**
 * An authenticator app for whom the data gives a second step. The data has people without one in clients that require
 * it, whom the commands would not let in: they get codes by mail. Gives a recovery code of those.
 */
async function takeStep(
  { db, people }: World,
  client: NorthbeamClient,
  member: ClientMember,
  persona: Persona,
): Promise<string | null> {
  if (member.twoStep) await people.takeApp(member.email);
  else if (needsStep(client, member)) return seedMailedCodes(db, persona);
  return null;
}

/** Puts the members into their groups, those of them that the client has. */
export async function putIntoGroups(
  db: Database,
  { groups, acting }: Pick<Office, "groups" | "acting">,
  members: readonly ClientMember[],
  ids: ReadonlyMap<string, OrganizationMemberId>,
): Promise<void> {
  for (const [name, groupId] of groups) {
    const given = members
      .filter((member) => member.groups.includes(name))
      .flatMap(({ email }) => ids.get(email) ?? []);
    if (given.length === 0) continue;
    const { organizationId, by } = await acting();
    await execute(db, changeGroupMembers, by.actor, { organizationId, groupId, given, taken: [] });
  }
}

/** Where a second step is required, people lose their place by turning it off; elsewhere the owner revokes them. */
async function revoke(
  { db, people }: World,
  { acting }: Office,
  members: readonly ClientMember[],
  idsOf: (some: readonly ClientMember[]) => OrganizationMemberId[],
  recoveryCodes: ReadonlyMap<string, string>,
): Promise<void> {
  const revoked = members.filter(({ status }) => status === "Revoked");
  const byHand: ClientMember[] = [];
  for (const member of revoked) {
    const code = recoveryCodes.get(member.email);
    if (!code) byHand.push(member);
    else await execute(db, turnOffTwoStep, (await people.signedIn(member.email)).actor, { code });
  }
  if (byHand.length === 0) return;
  const { organizationId, by } = await acting();
  await execute(db, revokeOrganizationMembers, by.actor, { organizationId, memberIds: idsOf(byHand) });
}
