import type { StaffMember } from "@/db/seed/northbeam/scenario";
import { type Act, after, days, minutes, type World } from "@/db/seed/northbeam/world";
import { confirmStaff, inviteStaff, joinStaff } from "@/db/seed/provider";
import type { ProviderRole } from "@/lib/domain/provider/member";
import { execute } from "@/lib/operations/command";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { ask } from "@/lib/operations/query";

/** The team joins when the log of the data says so, and otherwise a day after the provider was founded. */
export function actsOfStaff(world: World, founded: Date): Act[] {
  const [, ...others] = world.scenario.members;
  return others.flatMap((member) => actsOf(world, member, founded));
}

function actsOf(world: World, member: StaffMember, founded: Date): Act[] {
  const { db } = world;
  const { email, status, name } = member;
  const edited = eventOf(world, "Edited user", name);
  const joinedAt =
    eventOf(world, "Confirmed user", name)?.at ??
    eventOf(world, "Accepted invitation", name)?.at ??
    eventOf(world, "Invited user", email)?.at ??
    after(founded, days(1));
  const isPromoted = edited?.target.includes("→Provider admin") ?? false;

  const acts: Act[] = [
    {
      at: after(joinedAt, -minutes(30)),
      act: async () =>
        inviteStaff(db, await world.provider(), email, isPromoted ? "Service user" : member.role),
    },
  ];
  if (status !== "Invited") acts.push({ at: joinedAt, act: () => join(world, member) });
  if (edited && isPromoted)
    acts.push({ at: edited.at, act: () => change(world, email, { role: "provider_admin" }) });
  if (member.removedAt) acts.push({ at: world.when(member.removedAt), act: () => remove(world, email) });
  return acts;
}

async function join(world: World, { name, email, status, mfa, accessEnds }: StaffMember): Promise<void> {
  const { db, people } = world;
  people.joined(await joinStaff(db, people.newcomer(name ?? email, email)));
  // A security key cannot be handed to whoever looks at the demo, and so nobody could log in with one.
  if (mfa === "TOTP") await people.takeApp(email);
  if (status !== "Accepted") await confirmStaff(db, await world.provider(), { email });
  if (accessEnds) await change(world, email, { role: "service_user", accessEndsAt: world.when(accessEnds) });
}

async function change(
  world: World,
  email: string,
  to: { role: ProviderRole; accessEndsAt?: Date },
): Promise<void> {
  const { owner } = await world.provider();
  await execute(world.db, changeProviderMemberRole, owner.actor, { ...(await placeOf(world, email)), ...to });
}

async function remove(world: World, email: string): Promise<void> {
  const { providerId, memberId } = await placeOf(world, email);
  const { owner } = await world.provider();
  await execute(world.db, removeProviderMembers, owner.actor, { providerId, memberIds: [memberId] });
}

async function placeOf(world: World, email: string) {
  const { providerId, owner } = await world.provider();
  const { members } = await ask(world.db, listProviderMembers, owner.actor, { providerId, search: email });
  const found = members.find((member) => member.email === email);
  if (!found) throw new Error(`${email} is not in the team.`);
  return { providerId, memberId: found.id };
}

/** What the log of the data says of somebody. */
function eventOf(world: World, kind: string, target: string | null) {
  const found = world.scenario.events.find(
    (event) => event.kind === kind && event.target.startsWith(target ?? "\0"),
  );
  return found && { at: world.when(found.date), target: found.target };
}
