import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type CollectionFacts,
  managesWhatIsMade,
  mayDeleteCollection,
  mayLeaveUnmanaged,
  mayManageCollection,
  mayPickGroups,
  mayPickMembers,
  maySeeHolders,
  reachesAll,
  reachesUnassigned,
} from "@/lib/domain/collection/access";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import type { Decision } from "@/lib/domain/decision";
import { OrganizationMemberId } from "@/lib/domain/ids";
import {
  mayInOrganization,
  type OrganizationRole,
  type OrganizationStanding,
  type OrganizationSwitches,
  organizationRoles,
} from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";

const memberId = OrganizationMemberId.parse(randomUUID());
const usual: OrganizationSwitches = {
  adminsReachAll: true,
  deletionNeedsManage: false,
  creationIsLimited: true,
  collectionDeletionIsLimited: true,
};
type Changed = Partial<OrganizationSwitches>;
const member = (role: OrganizationRole, changed: Changed = {}): OrganizationStanding => ({
  state: "enabled",
  switches: { ...usual, ...changed },
  features,
  capacity: {
    as: "member",
    role,
    memberId,
    placeIsProviders: false,
    letInByProvider: false,
    isOfTeam: false,
  },
});
const provider = (changed: Changed = {}): OrganizationStanding => ({
  state: "enabled",
  switches: { ...usual, ...changed },
  features,
  capacity: { as: "provider", access: "full", entered: "entered", providerState: "enabled" },
});
const said = (decision: Decision) => (decision.allowed ? "yes" : decision.refusal);
const managed = { isManaged: true } as const;
const given = (permission: CollectionFacts["permission"]): CollectionFacts => ({ ...managed, permission });
const orphan: CollectionFacts = { isManaged: false, permission: null };
const off = { adminsReachAll: false };

describe("making collections", () => {
  test.each([
    ["user", {}, "not_found"],
    ["custom", {}, "not_found"],
    ["user", { creationIsLimited: false }, "yes"],
    ["custom", { creationIsLimited: false }, "yes"],
    ["admin", {}, "yes"],
    ["owner", off, "yes"],
  ] as const)("%s, %j: %s", (role, changed, expected) => {
    expect(said(mayInOrganization("create_collections", member(role, changed)))).toBe(expected);
  });

  test("whoever would not reach what they make manages it", () => {
    const whoManages = (changed: Changed) =>
      organizationRoles.map((role) => managesWhatIsMade(member(role, changed)));
    expect(whoManages({})).toEqual([false, false, true, true]);
    expect(whoManages(off)).toEqual([true, true, true, true]);
    expect(managesWhatIsMade(provider(off))).toBe(false);
  });
});

test.each([
  ["owner", {}, true],
  ["admin", {}, true],
  ["owner", off, false],
  ["admin", off, false],
  ["user", {}, false],
  ["custom", {}, false],
] as const)("reaching all: %s, %j, %s", (role, changed, expected) => {
  expect(reachesAll(member(role, changed))).toBe(expected);
});

test("the provider's people reach all, whatever the switch says", () => {
  expect(reachesAll(provider(off))).toBe(true);
  expect(reachesAll(null)).toBe(false);
});

test("items in no collection stay with owners, admins and the provider", () => {
  expect(organizationRoles.map((role) => reachesUnassigned(member(role, off)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(reachesUnassigned(provider(off))).toBe(true);
});

describe("changing a collection", () => {
  test.each([
    ["an admin where admins reach all", member("admin"), given(null), "yes"],
    ["an admin where they do not", member("admin", off), given(null), "not_found"],
    ["an admin who edits in it", member("admin", off), given("edit"), "not_found"],
    ["an admin who manages it", member("admin", off), given("manage"), "yes"],
    ["an admin, of one that nobody manages", member("admin", off), orphan, "yes"],
    ["a user who manages it", member("user"), given("manage"), "yes"],
    ["a user, of one that nobody manages", member("user"), orphan, "not_found"],
    ["the provider", provider(off), given(null), "yes"],
    ["nobody", null, given("manage"), "not_found"],
  ])("%s", (_who, standing, facts, expected) => {
    expect(said(mayManageCollection(standing, facts))).toBe(expected);
  });

  test("no other permission than to manage it is enough for a user", () => {
    const allowed = collectionPermissions.filter(
      (permission) => mayManageCollection(member("user"), given(permission)).allowed,
    );
    expect(allowed).toEqual(["manage"]);
  });
});

describe("who has a collection, and whom it can be given to", () => {
  const free = { creationIsLimited: false };
  const suspended = (standing: OrganizationStanding): OrganizationStanding =>
    standing && { ...standing, state: "suspended" };
  const withoutGroups = (standing: OrganizationStanding): OrganizationStanding =>
    standing && { ...standing, features: [] };

  test.each([
    ["an admin, of any", member("admin", off), given(null), "yes"],
    ["a user, of one they manage", member("user"), given("manage"), "yes"],
    ["a user, of one they edit in", member("user"), given("edit"), "not_found"],
    ["nobody", null, given("manage"), "not_found"],
  ])("is read by %s: %s", (_who, standing, facts, expected) => {
    expect(said(maySeeHolders(standing, facts))).toBe(expected);
  });

  test.each([
    ["an admin", member("admin"), false, "yes", "yes"],
    ["a user", member("user"), false, "not_found", "not_found"],
    ["a user who manages one", member("user"), true, "yes", "yes"],
    ["a user who may make one", member("user", free), false, "yes", "yes"],
    ["the same without groups", withoutGroups(member("user", free)), false, "yes", "not_in_plan"],
    ["a user of a suspended one", suspended(member("user")), true, "organization_suspended", "not_found"],
    ["nobody", null, true, "not_found", "not_found"],
  ] as const)("is looked up by %s", (_who, standing, managesOne, members, groups) => {
    expect(said(mayPickMembers(standing, managesOne))).toBe(members);
    expect(said(mayPickGroups(standing, managesOne))).toBe(groups);
  });
});

describe("deleting a collection", () => {
  const open = { collectionDeletionIsLimited: false };
  test.each([
    ["an admin where admins reach all", member("admin"), given(null), "yes"],
    ["an admin where they do not", member("admin", off), given(null), "not_found"],
    ["an admin, of one that nobody manages", member("admin", off), orphan, "not_found"],
    ["an admin who manages it, whatever is limited", member("admin", off), given("manage"), "yes"],
    ["a user who manages it, where it is limited", member("user"), given("manage"), "deletion_is_limited"],
    ["a user who manages it, where it is not", member("user", open), given("manage"), "yes"],
    ["a user who edits in it, where it is not", member("user", open), given("edit"), "not_found"],
    ["the provider", provider(off), given(null), "yes"],
    ["nobody", null, given("manage"), "not_found"],
  ])("%s", (_who, standing, facts, expected) => {
    expect(said(mayDeleteCollection(standing, facts))).toBe(expected);
  });
});

test("a collection keeps a manager where not everybody reaches it", () => {
  expect(said(mayLeaveUnmanaged(member("owner")))).toBe("yes");
  expect(said(mayLeaveUnmanaged(member("owner", off)))).toBe("collection_needs_manager");
});
