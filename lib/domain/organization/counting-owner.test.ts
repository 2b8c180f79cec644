import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { OrganizationMemberId, UserId } from "@/lib/domain/ids";
import {
  isAwaitedOwner,
  isOwnersOwn,
  mayDeleteAll,
  mayStopOwning,
  mayVouchFor,
  ownersWithout,
} from "@/lib/domain/organization/counting-owner";
import {
  letsInMore,
  type OrganizationStanding,
  organizationMemberStatuses,
  organizationRoles,
  providerAccesses,
} from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";

const said = (decision: Decision) => (decision.allowed ? "allowed" : decision.refusal);
const memberId = OrganizationMemberId.parse(randomUUID());
const owner = {
  role: "owner",
  status: "confirmed",
  placeIsProviders: false,
  letInByProvider: false,
} as const;
const userId = UserId.parse(randomUUID());
const counting = { ...owner, userId, counts: true, isYou: false };
const letIn = { ...owner, userId, letInByProvider: true, counts: false, isYou: false };

test("which rows are owners of the client's own", () => {
  for (const role of organizationRoles)
    for (const status of organizationMemberStatuses)
      expect(isOwnersOwn({ ...owner, role, status })).toBe(role === "owner" && status === "confirmed");
  expect(isOwnersOwn({ ...owner, placeIsProviders: true })).toBe(false);
  expect(isOwnersOwn({ ...owner, letInByProvider: true })).toBe(false);
});

test("the last owner who counts stays, whoever else owns; they themselves are told whom they could vouch for", () => {
  const three = { owners: 3, counting: 1 };
  expect(said(mayStopOwning(counting, three))).toBe("last_counting_owner");
  expect(mayStopOwning({ ...counting, isYou: true }, three, ["Olive", "Betty"])).toMatchObject({
    refusal: "vouch_first",
    values: { names: "Olive, Betty" },
  });
  expect(mayStopOwning({ ...counting, isYou: true }, three)).toMatchObject({ values: { names: "none" } });
  expect(said(mayStopOwning(counting, { owners: 3, counting: 2 }))).toBe("allowed");
  expect(said(mayStopOwning(letIn, three))).toBe("allowed");
});

test("an owner who has joined the provider's team stays where nobody counts, and goes where somebody does", () => {
  const colleague = { ...counting, counts: false };
  expect(said(mayStopOwning(colleague, { owners: 2, counting: 0 }))).toBe("last_counting_owner");
  expect(said(mayStopOwning(colleague, { owners: 2, counting: 1 }))).toBe("allowed");
});

test("an owner who has accepted stays where nobody counts, confirmed or not, and goes where somebody does", () => {
  const nobody = { owners: 1, counting: 0 };
  for (const status of ["accepted", "revoked"] as const) {
    const awaited = { ...counting, status, counts: false };
    expect(isAwaitedOwner(awaited)).toBe(true);
    expect(said(mayStopOwning(awaited, nobody))).toBe("last_counting_owner");
    expect(said(mayStopOwning(awaited, { owners: 2, counting: 1 }))).toBe("allowed");
    for (const other of [
      { ...awaited, userId: null },
      { ...awaited, role: "admin" as const },
      { ...awaited, placeIsProviders: true },
      { ...awaited, letInByProvider: true },
    ]) {
      expect(isAwaitedOwner(other)).toBe(false);
      expect(said(mayStopOwning(other, nobody))).toBe("allowed");
    }
  }
  expect(isAwaitedOwner({ ...counting, status: "invited" })).toBe(false);
  expect(isAwaitedOwner(counting)).toBe(false);
});

test("an owner deletes the organization; one on the provider's side where nobody counts", () => {
  const place = (more = {}) => standing(more) as NonNullable<OrganizationStanding>;
  expect(said(mayDeleteAll(place(), 2))).toBe("allowed");
  expect(said(mayDeleteAll(place({ letInByProvider: true }), 1))).toBe("approver_of_provider");
  expect(said(mayDeleteAll(place({ letInByProvider: true }), 0))).toBe("allowed");
});

test("the last owner of all stays", () => {
  for (const last of [counting, letIn, { ...counting, isYou: true }])
    expect(said(mayStopOwning(last, { owners: 1, counting: Number(last.counts) }))).toBe("last_owner");
});

test("who is left once others have gone", () => {
  const invited = { ...letIn, status: "invited" } as const;
  expect(ownersWithout({ owners: 5, counting: 3 }, [counting, letIn, invited])).toEqual({
    owners: 3,
    counting: 2,
  });
});

const standing = (more: { letInByProvider?: boolean } = {}): OrganizationStanding => ({
  state: "enabled",
  switches: {
    adminsReachAll: true,
    creationIsLimited: true,
    collectionDeletionIsLimited: true,
    deletionNeedsManage: false,
  },
  features,
  capacity: {
    as: "member",
    role: "owner",
    memberId,
    placeIsProviders: false,
    letInByProvider: false,
    isOfTeam: false,
    ...more,
  },
});

test("an owner who counts vouches for a confirmed owner whom the provider has let in", () => {
  const vouched = { ...letIn, isProviders: false };
  expect(said(mayVouchFor(standing(), vouched))).toBe("allowed");
  expect(said(mayVouchFor(standing({ letInByProvider: true }), vouched))).toBe("approver_of_provider");
  for (const other of [
    { ...vouched, letInByProvider: false },
    { ...vouched, role: "admin" as const },
    { ...vouched, status: "accepted" as const },
    { ...vouched, placeIsProviders: true },
    { ...vouched, isProviders: true },
  ])
    expect(said(mayVouchFor(standing(), other))).toBe("nothing_to_vouch_for");
});

test("which answer lets the provider in further", () => {
  const more = providerAccesses.flatMap((from) =>
    providerAccesses.flatMap((to) => (letsInMore(from, to) ? `${from} > ${to}` : [])),
  );
  expect(more).toEqual(["manage_without_items > full", "closed > full", "closed > manage_without_items"]);
});
