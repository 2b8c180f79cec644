import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { rotationDebts } from "@/db/schema/rotation-debts";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import { landing } from "@/lib/operations/account/landing";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { listMyPlaces } from "@/lib/operations/organization/list-my-places";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import { listOwnProviders } from "@/lib/operations/provider/list-own-providers";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";
import { ask } from "@/lib/operations/query";
import { toldToTenants } from "@/lib/operations/tenants-of-account";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { untrueCounts } from "@/test/counts";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { tokenMailedTo } from "@/test/mails";
import { wholeVault } from "@/test/my-vault";
import { aConfirmed, aMemberOf, aVisit } from "@/test/organization";
import { aPerson, type Person, sealedKey } from "@/test/people";
import { aClientOf, aProviderWith, type TeamMember } from "@/test/provider";

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const wardens = {
  brett: "provider_admin, confirmed",
  betty: "service_user, confirmed",
  bea: "provider_admin, confirmed",
  billy: "service_user, accepted",
  dee: "service_user, invited",
} as const;

const endFor = (tx: Tx, { memberId }: TeamMember, accessEndsAt: Date) =>
  tx.update(providerMembers).set({ accessEndsAt }).where(eq(providerMembers.id, memberId));
const rowOf = async (tx: Tx, { memberId }: TeamMember) =>
  (await tx.select().from(providerMembers).where(eq(providerMembers.id, memberId)))[0];
const logOf = async (tx: Tx) =>
  (await tx.select().from(events).orderBy(events.sequence)).map(
    ({ type, details }) => [type, details] as const,
  );

describe("access that ends on a date", () => {
  test("is set with an invitation, and stands in the list and the log", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const accessEndsAt = inDays(30);
    const emails = ["one@provider.example", "two@provider.example"];
    const invitation = { providerId, emails, role: "service_user" as const, accessEndsAt };
    await execute(tx, inviteProviderMembers, brett.actor, invitation);
    const { members } = await ask(tx, listProviderMembers, brett.actor, { providerId, search: "one@" });
    expect(members).toMatchObject([{ accessEndsAt, accessEnded: false, invitation: { isExpired: false } }]);
    expect(await logOf(tx)).toEqual([
      ...emails.map((email) => ["provider_member.invited", { email, role: "service_user" }]),
      ...emails.map((email) => [
        "provider_member.access_limited",
        { email, until: accessEndsAt.toISOString() },
      ]),
    ]);
  });

  test("has to be to come, at inviting and later", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const past = { providerId, role: "service_user" as const, accessEndsAt: inDays(-1) };
    const invitation = { ...past, emails: ["one@provider.example"] };
    await expectRefused(tx, inviteProviderMembers, brett.actor, invitation, "access_end_is_past");
    const change = { ...past, memberId: betty.memberId };
    await expectRefused(tx, changeProviderMemberRole, brett.actor, change, "access_end_is_past");
    expect(await rowOf(tx, betty)).toMatchObject({ accessEndsAt: null });
  });

  test("is set, moved and taken away with the role, and a role alone leaves it", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const member = { providerId, memberId: betty.memberId };
    const change = (more: { role?: "provider_admin"; accessEndsAt?: Date | null }) =>
      execute(tx, changeProviderMemberRole, brett.actor, { ...member, role: "service_user", ...more });
    const end = inDays(2);
    expect(await change({ accessEndsAt: end })).toMatchObject({ changed: true });
    expect(await change({ accessEndsAt: end })).toMatchObject({ changed: false });
    expect(await change({ role: "provider_admin" })).toMatchObject({ changed: true });
    expect(await rowOf(tx, betty)).toMatchObject({ role: "provider_admin", accessEndsAt: end });
    expect(await change({ role: "provider_admin", accessEndsAt: null })).toMatchObject({ changed: true });
    expect(await rowOf(tx, betty)).toMatchObject({ role: "provider_admin", accessEndsAt: null });
    expect((await logOf(tx)).map(([type]) => type)).toEqual([
      "provider_member.access_limited",
      "provider_member.updated",
      "provider_member.access_unlimited",
    ]);
  });

  test("takes everything of the portal from its moment on, and gives it back with a later one", async ({
    tx,
  }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const client = await aClientOf(tx, providerId);
    await aVisit(tx, client, providerId, betty);
    const frame = () => ask(tx, getProviderFrame, betty.actor, { providerId });
    await endFor(tx, betty, inDays(1));
    expect((await frame()).accessEndsAt).not.toBeNull();
    await ask(tx, getOrganizationKey, betty.actor, { organizationId: client });

    await endFor(tx, betty, inDays(-1));
    const ended = { refusal: "staff_access_ended" };
    await expect(frame()).rejects.toMatchObject(ended);
    await expect(ask(tx, getProviderKey, betty.actor, { providerId })).rejects.toMatchObject(ended);
    // The visit is open, and opens nothing.
    const here = { organizationId: client };
    await expect(ask(tx, getOrganizationKey, betty.actor, here)).rejects.toMatchObject(ended);
    await expect(ask(tx, getOrganizationFrame, betty.actor, here)).rejects.toMatchObject(ended);
    await expectRefused(tx, enterClient, betty.actor, here, "staff_access_ended");
    expect(await ask(tx, landing, betty.actor, {})).toEqual({ path: "/vault" });
    expect(await ask(tx, listMyPlaces, betty.actor, {})).toMatchObject({ portals: [] });
    expect(await ask(tx, listOwnProviders, betty.actor, {})).toMatchObject([
      { id: providerId, accessEnded: true },
    ]);

    const longer = { providerId, memberId: betty.memberId, role: "service_user" as const };
    await execute(tx, changeProviderMemberRole, brett.actor, { ...longer, accessEndsAt: inDays(1) });
    expect((await frame()).may).toContain("enter_clients");
    await ask(tx, getOrganizationKey, betty.actor, here);
  });

  test("ends what the team's log tells of their account", async ({ tx }) => {
    const { providerId, betty, bea } = await aProviderWith(tx, wardens);
    await endFor(tx, betty, inDays(-1));
    const changed = (userId: UserId) => ({ type: "user.changed_password" as const, userId });
    const acts = [changed(betty.userId), changed(bea.userId)];
    expect(await toldToTenants(tx, acts)).toEqual([{ ...changed(bea.userId), providerId }]);
  });

  test("ends the places in clients that are the provider's, and no others", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const providers = await aPlaceOf(tx, betty, await aClientOf(tx, providerId), providerId);
    const own = await aPlaceOf(tx, betty, await aClientOf(tx, providerId, { name: "Their own" }), null);
    const opened = async () =>
      (await wholeVault(tx, betty.actor)).memberships.map(({ organizationId }) => organizationId);
    expect(new Set(await opened())).toEqual(new Set([providers, own]));

    await endFor(tx, betty, inDays(-1));
    expect(await opened()).toEqual([own]);
    const refused = ask(tx, getOrganizationKey, betty.actor, { organizationId: providers });
    await expect(refused).rejects.toMatchObject({ refusal: "staff_access_ended" });
    await ask(tx, getOrganizationKey, betty.actor, { organizationId: own });
    const { consoles } = await ask(tx, listMyPlaces, betty.actor, {});
    expect(consoles.map(({ id }) => id)).toEqual([own]);
  });

  test("is until when somebody could read who is removed afterwards, in a place of the provider's too", async ({
    tx,
  }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    await aPlaceOf(tx, betty, await aClientOf(tx, providerId), providerId);
    const end = inDays(-3);
    await endFor(tx, betty, end);
    await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds: [betty.memberId] });
    const owed = await tx.select({ readUntil: rotationDebts.readUntil }).from(rotationDebts);
    expect(owed).toEqual([{ readUntil: end }, { readUntil: end }]);
  });

  test("does not end what somebody could read in a place of their own", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const organizationId = await aPlaceOf(tx, betty, await aClientOf(tx, providerId), null);
    await aConfirmed(tx, organizationId, "owner", "Owner");
    await endFor(tx, betty, inDays(-3));
    await execute(tx, leaveOrganization, betty.actor, { organizationId });
    const owed = await tx.select({ readUntil: rotationDebts.readUntil }).from(rotationDebts);
    expect(owed).toEqual([{ readUntil: null }]);
  });

  test("is moved by others alone: a contractor does not lift their own", async ({ tx }) => {
    const { providerId, bea } = await aProviderWith(tx, wardens);
    await endFor(tx, bea, inDays(2));
    const own = { providerId, memberId: bea.memberId, role: "provider_admin" as const, accessEndsAt: null };
    await expectRefused(tx, changeProviderMemberRole, bea.actor, own, "own_access_end");
    const moved = { ...own, accessEndsAt: inDays(9) };
    await expectRefused(tx, changeProviderMemberRole, bea.actor, moved, "own_access_end");
  });

  test("closes an invitation too", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const late = await aPerson(tx, "Late", { email: "late@provider.example" });
    const emails = [late.email];
    await execute(tx, inviteProviderMembers, brett.actor, { providerId, emails, role: "service_user" });
    const token = await tokenMailedTo(tx, late.email);
    await tx
      .update(providerMembers)
      .set({ accessEndsAt: inDays(-1) })
      .where(eq(providerMembers.address, late.email));
    await expectRefused(tx, acceptProviderInvitation, late.actor, { token }, "staff_access_ended");
  });

  test("leaves nobody the key or a letter who comes too late", async ({ tx }) => {
    const { providerId, brett, billy, dee } = await aProviderWith(tx, wardens);
    for (const late of [billy, dee]) await endFor(tx, late, inDays(-1));
    const person = {
      memberId: billy.memberId,
      publicKey: billy.publicKey,
      providerKeyForMember: sealedKey(),
    };
    const confirm = { providerId, people: [person] };
    await expectRefused(tx, confirmProviderMembers, brett.actor, confirm, "member_access_ended");
    const again = { providerId, memberIds: [dee.memberId] };
    await expectRefused(tx, resendProviderInvitations, brett.actor, again, "member_access_ended");
    const { members } = await ask(tx, listProviderMembers, brett.actor, { providerId });
    const may = members.filter(({ accessEnded }) => accessEnded).map(({ may }) => [may.confirm, may.resend]);
    expect(may).toEqual([
      [false, false],
      [false, false],
    ]);
  });
});

describe("an admin whose access ends", () => {
  test("does not count as one who stays", async ({ tx }) => {
    const { providerId, brett, bea } = await aProviderWith(tx, wardens);
    const change = (
      memberId: TeamMember["memberId"],
      role: "provider_admin" | "service_user",
      end?: Date,
    ) => ({
      ...{ providerId, memberId, role },
      ...(end && { accessEndsAt: end }),
    });
    await execute(
      tx,
      changeProviderMemberRole,
      brett.actor,
      change(bea.memberId, "provider_admin", inDays(3)),
    );
    expect(await ask(tx, getProviderFrame, brett.actor, { providerId })).toMatchObject({
      confirmedAdmins: 1,
    });
    expect(await untrueCounts(tx)).toEqual([]);
    for (const input of [
      change(brett.memberId, "service_user"),
      change(brett.memberId, "provider_admin", inDays(3)),
    ])
      for (const { actor } of [brett, bea])
        await expectRefused(tx, changeProviderMemberRole, actor, input, "last_provider_admin");
    const remove = { providerId, memberIds: [brett.memberId] };
    await expectRefused(tx, removeProviderMembers, bea.actor, remove, "last_provider_admin");
    await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds: [bea.memberId] });
  });
});

/** A place as an owner, of a provider or given by the client itself. */
async function aPlaceOf(
  tx: Tx,
  person: Person,
  organizationId: OrganizationId,
  placeOfProvider: ProviderId | null,
) {
  const memberId = await aMemberOf(tx, organizationId, person, { role: "owner" });
  await tx.update(organizationMembers).set({ placeOfProvider }).where(eq(organizationMembers.id, memberId));
  return organizationId;
}
