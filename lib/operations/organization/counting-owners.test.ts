import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { type OrganizationId, OrganizationKeyId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { Refusal } from "@/lib/domain/refusal";
import { deleteAccount } from "@/lib/operations/account/delete-account";
import { getDeletionFacts } from "@/lib/operations/account/get-deletion-facts";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { createClient } from "@/lib/operations/client/create-client";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { deleteOrganization } from "@/lib/operations/organization/delete-organization";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { vouchForMember } from "@/lib/operations/organization/vouch-for-member";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { ask } from "@/lib/operations/query";
import { setRecoveryWait } from "@/lib/operations/recovery/set-wait";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { tokenMailedTo } from "@/test/mails";
import { newClient } from "@/test/matrix/world";
import { aConfirmed, aVisit, keyOf, shownPlace } from "@/test/organization";
import { aPerson, type Person, sealedKey } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const refused = (act: Promise<unknown>, refusal: Refusal) => expect(act).rejects.toMatchObject({ refusal });

/** A client, and a provider whose technician is inside. */
async function aVisitedClient(tx: Tx) {
  const provider = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    technician: "service_user, confirmed",
    colleague: "service_user, confirmed",
  });
  const organizationId = await aClientOf(tx, provider.providerId);
  await aVisit(tx, organizationId, provider.providerId, provider.technician);
  return { ...provider, ...actsIn(tx, organizationId) };
}

/** The same with an owner of its own, and one whom the provider has let in. */
async function withBoth(tx: Tx) {
  const world = await aVisitedClient(tx);
  const owner = await aConfirmed(tx, world.organizationId, "owner", "Olive Owner");
  const friend = await aPerson(tx, "Freda Friend");
  const friendId = await world.makeOwner(world.technician, friend, world.technician);
  return { ...world, owner, friend: { ...friend, memberId: friendId } };
}

const actsIn = (tx: Tx, organizationId: OrganizationId, key = keyOf(organizationId)) => {
  const invite = (by: Person, { email }: Person, role: OrganizationRole = "owner") =>
    execute(tx, inviteOrganizationMembers, by.actor, {
      organizationId,
      emails: [email],
      role,
      collections: [],
    });
  const rowOf = async ({ email }: Pick<Person, "email">) => {
    const [row] = await tx
      .select()
      .from(organizationMembers)
      .where(
        and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.address, email)),
      );
    if (!row) throw new Error(`nobody is here as ${email}`);
    return row;
  };
  const accept = async (who: Person) =>
    execute(tx, acceptOrganizationInvitation, who.actor, { token: await tokenMailedTo(tx, who.email) });
  const confirmShown = async (by: Person, who: Person, revisedAt?: Date) =>
    execute(tx, confirmOrganizationMembers, by.actor, {
      organizationId,
      organizationKeyId: key,
      people: [
        {
          memberId: (await rowOf(who)).id,
          publicKey: who.publicKey,
          revisedAt,
          organizationKeyForMember: sealedKey(),
        },
      ],
    });
  const confirm = async (by: Person, who: Person) => confirmShown(by, who, (await rowOf(who)).revisedAt);
  const makeOwner = async (invitedBy: Person, who: Person, confirmedBy: Person) => {
    await invite(invitedBy, who);
    await accept(who);
    await confirm(confirmedBy, who);
    return (await rowOf(who)).id;
  };
  const setRole = (by: Person, memberId: OrganizationMemberId, role: OrganizationRole) =>
    execute(tx, changeOrganizationMemberRole, by.actor, { organizationId, memberId, role, permissions: [] });
  const isLetIn = async (who: Pick<Person, "email">) => (await rowOf(who)).letInByProvider;
  return { organizationId, invite, rowOf, accept, confirm, confirmShown, makeOwner, setRole, isLetIn };
};

describe("who counts", () => {
  /** A client as the provider makes it, whose owner has the letter. */
  async function aFreshClient(tx: Tx, by: "an owner of its own" | "a colleague" = "an owner of its own") {
    const provider = await aProviderWith(tx, {
      boss: "provider_admin, confirmed",
      technician: "service_user, confirmed",
      colleague: "service_user, confirmed",
    });
    const named = by === "a colleague" ? provider.colleague : await aPerson(tx, "Olive Owner");
    const fresh = { ...newClient(), ownerEmail: named.email };
    await execute(tx, createClient, provider.boss.actor, { providerId: provider.providerId, ...fresh });
    const { organizationId, organizationKeyId } = fresh;
    await aVisit(tx, organizationId, provider.providerId, provider.technician);
    return { ...provider, named, ...actsIn(tx, organizationId, OrganizationKeyId.parse(organizationKeyId)) };
  }

  test("is the owner named when the client was made, and nobody whom the provider confirms ahead of them", async ({
    tx,
  }) => {
    const { technician, named, accept, confirm, makeOwner, isLetIn } = await aFreshClient(tx);
    await accept(named);
    const other = await aPerson(tx, "Freda Friend");
    await makeOwner(technician, other, technician);
    await confirm(technician, named);
    expect([await isLetIn(named), await isLetIn(other)]).toEqual([false, true]);
  });

  test("is nobody whom the provider names once somebody has accepted, also where they are gone", async ({
    tx,
  }) => {
    const { technician, named, accept, rowOf, makeOwner, isLetIn } = await aFreshClient(tx);
    await accept(named);
    await tx.delete(organizationMembers).where(eq(organizationMembers.id, (await rowOf(named)).id));
    const other = await aPerson(tx, "Freda Friend");
    await makeOwner(technician, other, technician);
    expect(await isLetIn(other)).toBe(true);
  });

  test("is the owner who was named, whatever the provider does between the acceptance and the confirmation", async ({
    tx,
  }) => {
    const world = await aFreshClient(tx);
    const { organizationId, boss, technician, providerId, named, accept, confirm, rowOf, makeOwner } = world;
    await accept(named);
    const friend = await aPerson(tx, "Freda Friend");
    await makeOwner(technician, friend, technician);
    const { id: memberId } = await rowOf(named);
    const target = { organizationId, memberIds: [memberId] };
    await execute(tx, inviteProviderMembers, boss.actor, {
      providerId,
      role: "service_user",
      emails: [named.email],
    });
    for (const by of [technician, friend]) {
      for (const command of [removeOrganizationMembers, revokeOrganizationMembers])
        await expectRefused(tx, command, by.actor, target, "last_counting_owner");
      await refused(world.setRole(by, memberId, "admin"), "last_counting_owner");
    }
    await expectRefused(
      tx,
      refuseOrganizationMember,
      friend.actor,
      await shownPlace(tx, { organizationId, memberId }),
      "last_counting_owner",
    );
    // As somebody was revoked before this was so.
    await tx
      .update(organizationMembers)
      .set({ status: "revoked" })
      .where(eq(organizationMembers.id, memberId));
    await execute(tx, restoreOrganizationMembers, technician.actor, target);
    await confirm(technician, named);
    expect(await rowOf(named)).toMatchObject({
      status: "confirmed",
      letInByProvider: false,
      placeOfProvider: null,
    });

    const [staff] = await tx.select().from(providerMembers).where(eq(providerMembers.email, named.email));
    if (!staff) throw new Error("nobody was invited");
    await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds: [staff.id] });
    expect(await rowOf(named)).toMatchObject({ status: "confirmed" });
    await execute(tx, setRecoveryWait, named.actor, { organizationId, hours: 24 });
    await execute(tx, setRecoveryWait, named.actor, { organizationId, hours: 0 });
  });

  test("is whom the provider names instead of one who has not accepted, or beside one of its own team", async ({
    tx,
  }) => {
    for (const isColleague of [false, true]) {
      const world = await aFreshClient(tx, isColleague ? "a colleague" : "an owner of its own");
      const { organizationId, technician, named, rowOf, accept, confirm, makeOwner, isLetIn } = world;
      if (isColleague) {
        await accept(named);
        await confirm(technician, named);
      } else {
        const memberIds = [(await rowOf(named)).id];
        await execute(tx, removeOrganizationMembers, technician.actor, { organizationId, memberIds });
      }
      const first = await aPerson(tx, `First ${isColleague}`);
      const second = await aPerson(tx, `Second ${isColleague}`);
      await makeOwner(isColleague ? named : technician, first, technician);
      await makeOwner(technician, second, technician);
      expect([await isLetIn(first), await isLetIn(second)]).toEqual([false, true]);
    }
  });

  test("is whom an owner who counts invites, confirms or promotes, whoever does the rest", async ({ tx }) => {
    const { technician, owner, friend, invite, rowOf, accept, confirm, makeOwner, setRole, isLetIn } =
      await withBoth(tx);
    const [invited, confirmed] = [await aPerson(tx, "Ina Invited"), await aPerson(tx, "Clara Confirmed")];
    await makeOwner(owner, invited, technician);
    await makeOwner(technician, confirmed, owner);
    expect([await isLetIn(invited), await isLetIn(confirmed), await isLetIn(friend)]).toEqual([
      false,
      false,
      true,
    ]);
    const byFriend = await aPerson(tx, "Bea Byfriend");
    await makeOwner(friend, byFriend, friend);
    expect(await isLetIn(byFriend)).toBe(true);

    const plain = await aPerson(tx, "Pia Plain");
    await invite(technician, plain, "user");
    await accept(plain);
    await confirm(technician, plain);
    const { id: memberId } = await rowOf(plain);
    await setRole(owner, memberId, "owner");
    expect(await isLetIn(plain)).toBe(false);
    await setRole(technician, memberId, "admin");
    await setRole(technician, memberId, "owner");
    expect(await isLetIn(plain)).toBe(true);
  });
});

describe("whom an owner confirms", () => {
  async function aGuest(tx: Tx) {
    const world = await withBoth(tx);
    const guest = await aPerson(tx, "Gwen Guest");
    await world.invite(world.technician, guest, "user");
    await world.accept(guest);
    await tx
      .update(organizationMembers)
      .set({ revisedAt: new Date("2026-01-01") })
      .where(eq(organizationMembers.address, guest.email));
    const { id, revisedAt } = await world.rowOf(guest);
    await world.setRole(world.technician, id, "owner");
    return { ...world, guest, shownAt: revisedAt };
  }

  test("is confirmed in the role that was shown, and in no other", async ({ tx }) => {
    const { owner, guest, shownAt, confirmShown, rowOf } = await aGuest(tx);
    await refused(confirmShown(owner, guest, shownAt), "member_changed");
    const { status, revisedAt } = await rowOf(guest);
    expect(status).toBe("accepted");
    await confirmShown(owner, guest, revisedAt);
    expect(await rowOf(guest)).toMatchObject({ status: "confirmed", letInByProvider: false });
  });

  test("stays whom the provider has let in where nothing says that the role was shown", async ({ tx }) => {
    const { owner, guest, confirmShown, rowOf } = await aGuest(tx);
    await confirmShown(owner, guest);
    expect(await rowOf(guest)).toMatchObject({ status: "confirmed", letInByProvider: true });
  });
});

describe("what the provider confirms in one act", () => {
  /** A client without confirmed members, and two places that wait in it: they are judged in this order. */
  async function aWaitingPair(tx: Tx) {
    const world = await aVisitedClient(tx);
    const { organizationId, technician } = world;
    const firstId = OrganizationMemberId.parse("00000000-0000-4000-8000-000000000001");
    const lastId = OrganizationMemberId.parse("00000000-0000-4000-8000-000000000002");
    const owner = { organizationId, role: "owner", status: "accepted" } as const;
    const waits = async (id: OrganizationMemberId, { userId }: Person, more: object = {}) => {
      await tx.insert(organizationMembers).values({ id, userId, ...owner, ...more });
    };
    const confirmBoth = (first: Person, last: Person) =>
      execute(tx, confirmOrganizationMembers, technician.actor, {
        organizationId,
        organizationKeyId: keyOf(organizationId),
        people: [[firstId, first] as const, [lastId, last] as const].map(([memberId, { publicKey }]) => ({
          memberId,
          publicKey,
          organizationKeyForMember: sealedKey(),
        })),
      });
    return { ...world, firstId, lastId, waits, confirmBoth };
  }

  test("is not the visitor's own place, once another owner is among it", async ({ tx }) => {
    const { technician, firstId, lastId, waits, confirmBoth } = await aWaitingPair(tx);
    const friend = await aPerson(tx, "Freda Friend");
    await waits(firstId, friend, { letInByProvider: true });
    await waits(lastId, technician, { approvedAt: new Date() });
    const { rows } = await confirmBoth(friend, technician);
    expect(rows).toEqual([
      { id: firstId, refusal: null },
      { id: lastId, refusal: "cannot_confirm_yourself" },
    ]);
  });

  test("is nobody of its team without approval, once an owner who counts is among it", async ({ tx }) => {
    const { colleague, firstId, lastId, waits, confirmBoth } = await aWaitingPair(tx);
    const owner = await aPerson(tx, "Olive Owner");
    await waits(firstId, owner);
    await waits(lastId, colleague, { approvedAt: new Date() });
    const { rows } = await confirmBoth(owner, colleague);
    expect(rows).toEqual([
      { id: firstId, refusal: null },
      { id: lastId, refusal: "owner_approval_needed" },
    ]);
  });

  test("reads everything from then on, whenever it was revoked before", async ({ tx }) => {
    const { firstId, lastId, waits, confirmBoth } = await aWaitingPair(tx);
    const [one, other] = [await aPerson(tx, "Olive Owner"), await aPerson(tx, "Freda Friend")];
    await waits(firstId, one, { readUntil: new Date() });
    await waits(lastId, other);
    await confirmBoth(one, other);
    const rows = await tx.select().from(organizationMembers).where(eq(organizationMembers.id, firstId));
    expect(rows).toMatchObject([{ status: "confirmed", readUntil: null }]);
  });
});

describe("whether an owner of the client's own has answered", () => {
  test.for([
    ["an owner of its own", {}, false, true],
    ["a place that is the provider's", { placeIsProviders: true }, false, false],
    ["whom the provider has let in", { letInByProvider: true }, false, false],
    ["somebody who has joined the provider's team", {}, true, false],
  ] as const)("is kept when they accept: %s", async ([, place, joinsTeam, hasAnswered], { tx }) => {
    const { organizationId, providerId, technician, invite, accept, rowOf } = await aVisitedClient(tx);
    const who = await aPerson(tx, "Ina Invited");
    await invite(technician, who);
    await tx
      .update(organizationMembers)
      .set({
        placeOfProvider: "placeIsProviders" in place ? providerId : null,
        letInByProvider: "letInByProvider" in place,
      })
      .where(eq(organizationMembers.id, (await rowOf(who)).id));
    if (joinsTeam)
      await tx
        .insert(providerMembers)
        .values({ providerId, userId: who.userId, role: "service_user", status: "accepted" });
    await accept(who);
    const [client] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
    expect(client?.ownerAnsweredAt !== null).toBe(hasAnswered);
  });
});

describe("an owner whom the provider has let in", () => {
  test("gives the provider nothing more, and lets it in less", async ({ tx }) => {
    const { organizationId, technician, colleague, owner, friend, invite, rowOf } = await withBoth(tx);
    const access = (by: Person, to: "full" | "manage_without_items" | "closed") =>
      execute(tx, setProviderAccess, by.actor, { organizationId, access: to });
    const wait = (by: Person, hours: number) =>
      execute(tx, setRecoveryWait, by.actor, { organizationId, hours });
    await wait(friend, 24);
    await refused(wait(friend, 0), "approver_of_provider");

    await invite(technician, colleague, "user");
    const asked = await shownPlace(tx, { organizationId, memberId: (await rowOf(colleague)).id });
    await expectRefused(tx, approveOrganizationMember, friend.actor, asked, "approver_of_provider");
    const seen = async (by: Person) =>
      (await ask(tx, listOrganizationMembers, by.actor, { organizationId })).members.find(
        ({ id }) => id === asked.memberId,
      )?.may;
    expect(await seen(friend)).toMatchObject({ approve: false, refuse: true });
    expect(await seen(owner)).toMatchObject({ approve: true, refuse: true });
    await execute(tx, refuseOrganizationMember, friend.actor, asked);
    expect(await invite(friend, colleague, "admin")).toMatchObject({
      rows: [{ outcome: "awaiting_approval" }],
    });

    await access(friend, "manage_without_items");
    await access(friend, "closed");
    for (const to of ["manage_without_items", "full"] as const)
      await refused(access(friend, to), "approver_of_provider");
    await access(owner, "full");
    await wait(owner, 0);
  });

  test("counts once an owner who counts has vouched, and the log tells of it", async ({ tx }) => {
    const { organizationId, technician, owner, friend } = await withBoth(tx);
    const target = { organizationId, memberId: friend.memberId };
    const mayVouch = async (by: Person) =>
      (await ask(tx, listOrganizationMembers, by.actor, { organizationId })).members.flatMap(
        ({ email, may }) => (may.vouch ? email : []),
      );
    expect([await mayVouch(owner), await mayVouch(friend), await mayVouch(technician)]).toEqual([
      [friend.email],
      [],
      [],
    ]);
    await expectRefused(tx, vouchForMember, friend.actor, target, "approver_of_provider");
    await expect(execute(tx, vouchForMember, technician.actor, target)).rejects.toThrow("not_found");
    await execute(tx, vouchForMember, owner.actor, target);
    await expectRefused(tx, vouchForMember, owner.actor, target, "nothing_to_vouch_for");
    const log = await tx.select().from(events).where(eq(events.type, "organization_member.vouched_for"));
    expect(log).toMatchObject([
      { organizationId, memberId: friend.memberId, details: { email: friend.email } },
    ]);
    await execute(tx, setRecoveryWait, friend.actor, { organizationId, hours: 24 });
    await execute(tx, setRecoveryWait, friend.actor, { organizationId, hours: 0 });
  });
});

describe("an open invitation into the team", () => {
  const invitedIntoTeam = (tx: Tx, { boss, providerId }: Awaited<ReturnType<typeof withBoth>>, who: Person) =>
    execute(tx, inviteProviderMembers, boss.actor, {
      providerId,
      role: "service_user",
      emails: [who.email],
    });

  test("takes no place from an owner whom an owner has invited, approved or not", async ({ tx }) => {
    const world = await withBoth(tx);
    const { organizationId, technician, owner, invite, accept, confirm, rowOf } = world;
    const partner = await aPerson(tx, "Pam Partner");
    await invite(owner, partner);
    await accept(partner);
    await invitedIntoTeam(tx, world, partner);
    const shown = await shownPlace(tx, { organizationId, memberId: (await rowOf(partner)).id });
    await execute(tx, approveOrganizationMember, owner.actor, shown);
    await confirm(technician, partner);
    expect(await rowOf(partner)).toMatchObject({ status: "confirmed", placeOfProvider: null });
  });

  test("keeps nobody from vouching for an owner", async ({ tx }) => {
    const world = await withBoth(tx);
    const { organizationId, owner, friend } = world;
    await invitedIntoTeam(tx, world, friend);
    const { members } = await ask(tx, listOrganizationMembers, owner.actor, { organizationId });
    expect(members.flatMap(({ email, may }) => (may.vouch ? email : []))).toEqual([friend.email]);
    await execute(tx, vouchForMember, owner.actor, { organizationId, memberId: friend.memberId });
    await execute(tx, leaveOrganization, owner.actor, { organizationId });
  });
});

describe("the whole organization", () => {
  const proven = (tx: Tx) => tx.update(sessions).set({ provenAt: new Date() });

  test("is deleted by nobody on the provider's side while an owner counts", async ({ tx }) => {
    const { organizationId, owner, friend } = await withBoth(tx);
    await proven(tx);
    await expectRefused(tx, deleteOrganization, friend.actor, { organizationId }, "approver_of_provider");
    await execute(tx, deleteOrganization, owner.actor, { organizationId });
  });

  test.for([true, false])(
    "without a provider is in the hands of whom the former one has let in, where nobody else owns it (%s)",
    async (isAlone, { tx }) => {
      const { organizationId, boss, providerId, owner, friend, invite, isLetIn } = await withBoth(tx);
      if (isAlone) await tx.delete(organizationMembers).where(eq(organizationMembers.id, owner.memberId));
      await execute(tx, unlinkClient, boss.actor, { providerId, organizationId });
      await execute(tx, setRecoveryWait, friend.actor, { organizationId, hours: 24 });
      const shorten = execute(tx, setRecoveryWait, friend.actor, { organizationId, hours: 0 });
      if (isAlone) await shorten;
      else await refused(shorten, "approver_of_provider");
      const next = await aPerson(tx, "Nora Next");
      await invite(friend, next);
      expect(await isLetIn(next)).toBe(!isAlone);
    },
  );
});

describe("the last owner who counts", () => {
  test("is removed, revoked and demoted by nobody, though another owns too", async ({ tx }) => {
    const { organizationId, technician, owner, friend, setRole } = await withBoth(tx);
    const target = { organizationId, memberIds: [owner.memberId] };
    for (const by of [technician, friend]) {
      for (const command of [removeOrganizationMembers, revokeOrganizationMembers])
        await expectRefused(tx, command, by.actor, target, "last_counting_owner");
      await refused(setRole(by, owner.memberId, "user"), "last_counting_owner");
    }
    const both = { organizationId, memberIds: [owner.memberId, friend.memberId] };
    const second = await aConfirmed(tx, organizationId, "owner", "Betty Owner");
    await execute(tx, removeOrganizationMembers, technician.actor, both);
    await refused(setRole(second, second.memberId, "admin"), "last_owner");
  });

  test("of two selected at once, one stays", async ({ tx }) => {
    const { organizationId, technician, owner } = await withBoth(tx);
    const second = await aConfirmed(tx, organizationId, "owner", "Betty Owner");
    const memberIds = [owner.memberId, second.memberId];
    for (const command of [revokeOrganizationMembers, removeOrganizationMembers]) {
      const { rows } = await execute(tx, command, technician.actor, { organizationId, memberIds });
      expect(rows.map(({ refusal }) => refusal).filter(Boolean)).toContain("last_counting_owner");
    }
  });

  test("stays when the provider takes the others into its team", async ({ tx }) => {
    const { organizationId, providerId, technician, owner } = await withBoth(tx);
    const second = await aConfirmed(tx, organizationId, "owner", "Betty Owner");
    await tx
      .insert(providerMembers)
      .values({ providerId, userId: second.userId, role: "service_user", status: "accepted" });
    const target = { organizationId, memberIds: [owner.memberId] };
    await expectRefused(tx, removeOrganizationMembers, technician.actor, target, "last_counting_owner");
    await execute(tx, removeOrganizationMembers, technician.actor, {
      organizationId,
      memberIds: [second.memberId],
    });
  });

  test("leaves, steps down and deletes the account after vouching for another, and is told so", async ({
    tx,
  }) => {
    const { organizationId, owner, friend, setRole } = await withBoth(tx);
    const leave = () => execute(tx, leaveOrganization, owner.actor, { organizationId });
    const told = { refusal: "vouch_first", values: { names: `Freda Friend (${friend.email})` } };
    await expect(leave()).rejects.toMatchObject(told);
    await expect(setRole(owner, owner.memberId, "admin")).rejects.toMatchObject(told);
    const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
    await tx
      .update(users)
      .set({ passwordHash: await hashAuthentication(authenticationHash) })
      .where(eq(users.id, owner.userId));
    const remove = () => execute(tx, deleteAccount, owner.actor, { authenticationHash });
    await refused(remove(), "last_counting_in_places");
    const [client] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
    const facts = () => ask(tx, getDeletionFacts, owner.actor, {});
    expect(await facts()).toMatchObject({ lastIn: [], lastCountingIn: [client?.name] });

    await execute(tx, vouchForMember, owner.actor, { organizationId, memberId: friend.memberId });
    expect(await facts()).toMatchObject({ lastIn: [], lastCountingIn: [] });
    await setRole(owner, owner.memberId, "admin");
    await remove();
  });
});
