import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { listWithdrawnPlaces } from "@/lib/operations/account/list-withdrawn-places";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";
import { updateItem } from "@/lib/operations/item/update-item";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { listMyPlaces } from "@/lib/operations/organization/list-my-places";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { ask } from "@/lib/operations/query";
import { getMyRevision } from "@/lib/operations/revision/get-my-revision";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, queuedMails, tokenMailedTo } from "@/test/mails";
import { wholeVault } from "@/test/my-vault";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anItem,
  anOrganizationOf,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
  aVisit,
  keyOf,
  rowOf,
  sealedLogin,
  usedSeats,
} from "@/test/organization";
import { aPerson } from "@/test/people";

const anOrganization = (tx: Tx, columns: { seats?: number } = {}) =>
  anOrganizationOf(tx, ["owner", "admin", "user"], columns);

const one = (organizationId: OrganizationId, ...memberIds: OrganizationMemberId[]) => ({
  organizationId,
  memberIds,
});

test("a revoked member reads nothing of the organization from the next request on", async ({ tx }) => {
  const { organizationId, owner, user } = await anOrganization(tx);
  const admin = await aConfirmed(tx, organizationId, "admin", "Second Admin");
  const collectionId = await aCollection(tx, organizationId, {
    [user.memberId]: "manage",
    [admin.memberId]: "manage",
  });
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const organizationKeyId = keyOf(organizationId);
  const before = await wholeVault(tx, user.actor);
  expect(before.memberships.map((place) => place.organizationKeyForMember)).toHaveLength(1);
  expect([before.collections.length, before.items.length]).toEqual([1, 1]);

  await execute(
    tx,
    revokeOrganizationMembers,
    owner.actor,
    one(organizationId, user.memberId, admin.memberId),
  );
  for (const who of [user, admin]) {
    const vault = await wholeVault(tx, who.actor);
    expect([vault.memberships, vault.collections, vault.items]).toEqual([[], [], []]);
    expect((await ask(tx, listMyPlaces, who.actor, {})).consoles).toEqual([]);
    const withdrawn = [{ organizationId, name: expect.any(String), reason: "manual", hasTwoStep: false }];
    expect(await ask(tx, listWithdrawnPlaces, who.actor, {})).toEqual(withdrawn);
    const queries = [
      ask(tx, getOrganizationKey, who.actor, { organizationId }),
      ask(tx, listOrganizationItems, who.actor, { organizationId, collectionId }),
      ask(tx, listCollections, who.actor, { organizationId }),
      ask(tx, getOrganizationFrame, who.actor, { organizationId }),
    ];
    for (const query of queries) await expect(query).rejects.toMatchObject({ name: "NotFound" });
    const item = { ...sealedLogin(), itemId: anyId(), organizationId, organizationKeyId };
    const added = { ...item, collectionIds: [collectionId] };
    await expectRefused(tx, createItem, who.actor, added, "not_found");
    const edited = { ...sealedLogin(), itemId, organizationKeyId, lastKnownRevisionDate: new Date() };
    await expectRefused(tx, updateItem, who.actor, edited, "not_found");
    await expectRefused(tx, reportItemEvent, who.actor, { itemId, what: "viewed" }, "not_found");
  }
});

test("what the organization does afterwards does not show in the revision of a revoked member", async ({
  tx,
}) => {
  const { organizationId, owner, user } = await anOrganization(tx);
  const collectionId = await aCollection(tx, organizationId);
  const revision = async () => Number((await ask(tx, getMyRevision, user.actor, {})).revisedAt);
  const first = await revision();
  await execute(tx, revokeOrganizationMembers, owner.actor, one(organizationId, user.memberId));
  const revoked = await revision();
  expect(revoked).toBeGreaterThan(first);
  await execute(tx, createItem, owner.actor, {
    ...sealedLogin(),
    itemId: anyId(),
    organizationId,
    organizationKeyId: keyOf(organizationId),
    collectionIds: [collectionId],
  });
  expect(await revision()).toBe(revoked);
  await execute(tx, restoreOrganizationMembers, owner.actor, one(organizationId, user.memberId));
  expect(await revision()).toBeGreaterThan(revoked);
});

describe("revoking", () => {
  test("frees the seat, keeps what was given, tells them and is logged", async ({ tx }) => {
    const { organizationId, admin, user } = await anOrganization(tx);
    const before = await rowOf(tx, user.memberId);
    await execute(tx, revokeOrganizationMembers, admin.actor, one(organizationId, user.memberId));
    expect(await usedSeats(tx, organizationId)).toBe(2);
    expect(await rowOf(tx, user.memberId)).toMatchObject({
      status: "revoked",
      revocationReason: "manual",
      organizationKeyForMember: before?.organizationKeyForMember,
    });
    expect(await queuedMails(tx)).toMatchObject([{ kind: "organization.revoked", recipient: user.email }]);
    expect(await eventsOf(tx)).toMatchObject([
      {
        type: "organization_member.revoked",
        userId: user.userId,
        details: { email: user.email, role: "user" },
      },
    ]);
  });

  test("a row that it does not fit is told, and a foreign id refuses the whole", async ({ tx }) => {
    const { organizationId, owner, admin, user } = await anOrganization(tx);
    const revoke = (...ids: OrganizationMemberId[]) =>
      execute(tx, revokeOrganizationMembers, admin.actor, one(organizationId, ...ids));
    const { rows } = await revoke(owner.memberId, admin.memberId, user.memberId);
    expect(new Map(rows.map(({ id, refusal }) => [id, refusal]))).toEqual(
      new Map([
        [owner.memberId, "only_owners_manage_owners"],
        [admin.memberId, "cannot_revoke_yourself"],
        [user.memberId, null],
      ]),
    );
    const again = one(organizationId, user.memberId);
    await expectRefused(tx, revokeOrganizationMembers, admin.actor, again, "already_revoked");
    const elsewhere = await anOrganizationWith(tx);
    const stranger = await aConfirmed(tx, elsewhere.organizationId, "user", "Stranger");
    const other = await aConfirmed(tx, organizationId, "user", "Other");
    const mixed = one(organizationId, other.memberId, stranger.memberId);
    await expectRefused(tx, revokeOrganizationMembers, admin.actor, mixed, "not_found");
    expect(await rowOf(tx, other.memberId)).toMatchObject({ status: "confirmed" });
    for (const who of [user, stranger])
      await expectRefused(tx, revokeOrganizationMembers, who.actor, again, "not_found");
  });

  test("the last confirmed owner stays, whoever revokes; of two who are selected, one does", async ({
    tx,
  }) => {
    const { providerId, admin: technician } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    const [first, second] = [
      await aConfirmed(tx, organizationId, "owner", "Brett Warden"),
      await aConfirmed(tx, organizationId, "owner", "Betty Warden"),
    ];
    await aVisit(tx, organizationId, providerId, technician);
    const { rows } = await execute(
      tx,
      revokeOrganizationMembers,
      technician.actor,
      one(organizationId, first.memberId, second.memberId),
    );
    expect(rows.map(({ refusal }) => refusal).sort()).toEqual(["last_owner", null].sort());
    const log = await eventsOf(tx);
    expect(log.map(({ type }) => type).sort()).toEqual([
      "client.owner_touched",
      "organization_member.revoked",
    ]);
  });

  test("the link of an invitation is unknown afterwards", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const invited = await aPerson(tx, "Invited One");
    const memberId = await aMemberOf(tx, organizationId, invited, { status: "invited" });
    const about = {
      purpose: "organization_member",
      email: invited.email,
      organizationMemberId: memberId,
    } as const;
    const token = await issueToken(tx, about, new Date());
    await execute(tx, revokeOrganizationMembers, owner.actor, one(organizationId, memberId));
    expect(await ask(tx, readInvitation, invited.actor, { token })).toMatchObject({ state: "unknown" });
    await expectRefused(tx, acceptOrganizationInvitation, invited.actor, { token }, "link_unknown");
    expect(await tx.$count(oneTimeTokens)).toBe(0);
    expect(await queuedMails(tx)).toEqual([]);
  });
});

test("an address that is revoked is told so when it is invited", async ({ tx }) => {
  const { organizationId, owner, user } = await anOrganization(tx);
  await execute(tx, revokeOrganizationMembers, owner.actor, one(organizationId, user.memberId));
  const { rows } = await execute(tx, inviteOrganizationMembers, owner.actor, {
    organizationId,
    emails: [user.email],
    role: "user",
    collections: [],
  });
  expect(rows).toEqual([{ email: user.email, outcome: "already_revoked" }]);
});

test("revoked members are listed and counted by themselves, with what may be done to them", async ({
  tx,
}) => {
  const { organizationId, owner, user } = await anOrganization(tx);
  await execute(tx, revokeOrganizationMembers, owner.actor, one(organizationId, user.memberId));
  const list = (more: object) => ask(tx, listOrganizationMembers, owner.actor, { organizationId, ...more });
  const all = await list({});
  expect(all.counts).toEqual({ all: 2, invited: 0, accepted: 0, revoked: 1 });
  const shown = new Map(all.members.map(({ name, may }) => [name, [may.revoke, may.restore]]));
  expect(shown).toEqual(
    new Map([
      ["Brett Warden", [false, false]],
      ["Betty Warden", [true, false]],
    ]),
  );
  const { members } = await list({ status: "revoked" });
  expect(members.map(({ name, may }) => [name, may.revoke, may.restore, may.remove])).toEqual([
    ["Billy Warden", false, true, true],
  ]);
});

describe("restoring", () => {
  test("gives back the place that somebody had, with its seat and its key", async ({ tx }) => {
    const { organizationId, owner, user } = await anOrganization(tx);
    const collectionId = await aCollection(tx, organizationId, { [user.memberId]: "edit" });
    const target = one(organizationId, user.memberId);
    const before = await rowOf(tx, user.memberId);
    await execute(tx, revokeOrganizationMembers, owner.actor, target);
    await execute(tx, restoreOrganizationMembers, owner.actor, target);
    expect(await usedSeats(tx, organizationId)).toBe(3);
    expect(await rowOf(tx, user.memberId)).toMatchObject({
      status: "confirmed",
      revocationReason: null,
      organizationKeyForMember: before?.organizationKeyForMember,
    });
    const vault = await wholeVault(tx, user.actor);
    expect(vault.collections.map(({ id }) => id)).toEqual([collectionId]);
    const [, mail] = await queuedMails(tx);
    expect(mail).toMatchObject({ kind: "organization.restored", recipient: user.email });
    await expectRefused(tx, restoreOrganizationMembers, owner.actor, target, "not_revoked");
  });

  test("whoever's key was taken meanwhile waits for their confirmation again", async ({ tx }) => {
    const { organizationId, owner, user } = await anOrganization(tx);
    const accepted = await aPerson(tx, "Accepted One");
    const acceptedId = await aMemberOf(tx, organizationId, accepted, { status: "accepted" });
    const target = one(organizationId, user.memberId, acceptedId);
    await execute(tx, revokeOrganizationMembers, owner.actor, target);
    await tx
      .update(organizationMembers)
      .set({ organizationKeyForMember: null, organizationKeyId: null })
      .where(eq(organizationMembers.id, user.memberId));
    await execute(tx, restoreOrganizationMembers, owner.actor, target);
    for (const memberId of target.memberIds)
      expect(await rowOf(tx, memberId)).toMatchObject({ status: "accepted" });
    expect((await wholeVault(tx, user.actor)).collections).toEqual([]);
  });

  test("who was invited gets a new link, which works", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const invited = await aPerson(tx, "Invited One");
    const memberId = await aMemberOf(tx, organizationId, invited, { status: "invited" });
    await execute(tx, revokeOrganizationMembers, owner.actor, one(organizationId, memberId));
    await execute(tx, restoreOrganizationMembers, owner.actor, one(organizationId, memberId));
    expect(await rowOf(tx, memberId)).toMatchObject({ status: "invited", email: invited.email });
    const token = await tokenMailedTo(tx, invited.email);
    await execute(tx, acceptOrganizationInvitation, invited.actor, { token });
    expect(await rowOf(tx, memberId)).toMatchObject({ status: "accepted" });
  });

  test("takes a seat each, and is told where none is left", async ({ tx }) => {
    const { organizationId, owner, user } = await anOrganization(tx, { seats: 4 });
    const other = await aConfirmed(tx, organizationId, "user", "Other");
    const both = one(organizationId, user.memberId, other.memberId);
    await execute(tx, revokeOrganizationMembers, owner.actor, both);
    await aConfirmed(tx, organizationId, "user", "Third");
    const { rows } = await execute(tx, restoreOrganizationMembers, owner.actor, both);
    expect(rows.map(({ refusal }) => refusal)).toEqual([null, "no_seat_left"]);
    expect(await usedSeats(tx, organizationId)).toBe(4);
    const left = rows.flatMap(({ id, refusal }) => (refusal ? id : []));
    await expectRefused(
      tx,
      restoreOrganizationMembers,
      owner.actor,
      one(organizationId, ...left),
      "no_seat_left",
    );
  });

  test("an admin restores no owner, and nobody of the provider one of its own team", async ({ tx }) => {
    const { providerId, admin: technician } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const admin = await aConfirmed(tx, organizationId, "admin", "Betty Warden");
    const second = await aConfirmed(tx, organizationId, "owner", "Second Owner");
    const staff = await aConfirmed(tx, organizationId, "user", "Staff One");
    await tx
      .insert(providerMembers)
      .values({ providerId, userId: staff.userId, role: "service_user", status: "accepted" });
    await aVisit(tx, organizationId, providerId, technician);
    const both = one(organizationId, second.memberId, staff.memberId);
    await execute(tx, revokeOrganizationMembers, owner.actor, both);
    const ofOwner = one(organizationId, second.memberId);
    const ofStaff = one(organizationId, staff.memberId);
    await expectRefused(tx, restoreOrganizationMembers, admin.actor, ofOwner, "only_owners_manage_owners");
    await expectRefused(tx, restoreOrganizationMembers, technician.actor, ofStaff, "restored_by_owner_only");
    await execute(tx, restoreOrganizationMembers, technician.actor, ofOwner);
    await execute(tx, restoreOrganizationMembers, owner.actor, ofStaff);
    const confirmed = and(
      eq(organizationMembers.organizationId, organizationId),
      eq(organizationMembers.status, "confirmed"),
    );
    expect(await tx.$count(organizationMembers, confirmed)).toBe(4);
  });

  test("somebody revoked who enters for the provider does not restore themselves", async ({ tx }) => {
    const { providerId, admin: technician } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const memberId = await aMemberOf(tx, organizationId, technician, { role: "user" });
    await execute(tx, revokeOrganizationMembers, owner.actor, one(organizationId, memberId));
    await aVisit(tx, organizationId, providerId, technician);
    const target = one(organizationId, memberId);
    await expectRefused(tx, restoreOrganizationMembers, technician.actor, target, "cannot_restore_yourself");
  });
});
