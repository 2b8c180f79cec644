import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import { OrganizationMemberId } from "@/lib/domain/ids";
import {
  type ItemStanding,
  mayAssignItem,
  mayDeleteItem,
  mayEditItem,
  mayReadItem,
  mayRevealPassword,
} from "@/lib/domain/item/access";
import type {
  OrganizationRole,
  OrganizationStanding,
  OrganizationSwitches,
} from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";

const memberId = OrganizationMemberId.parse(randomUUID());
const switches = {
  adminsReachAll: true,
  deletionNeedsManage: false,
  creationIsLimited: true,
  collectionDeletionIsLimited: true,
};
const member = (role: OrganizationRole): OrganizationStanding => ({
  state: "enabled",
  switches,
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
const provider = (
  access: "full" | "manage_without_items" | "closed",
  entered: "entered" | "outside",
): OrganizationStanding => ({
  state: "enabled",
  switches,
  features,
  capacity: { as: "provider", access, entered, providerState: "enabled" },
});

type Facts = Partial<OrganizationSwitches> & { permissions?: CollectionPermission[] };
const item = (
  standing: OrganizationStanding,
  { permissions = [], ...changed }: Facts = {},
): ItemStanding => ({
  owner: "organization",
  standing: standing && { ...standing, switches: { ...switches, ...changed } },
  permissions,
});

/** What may be done: read, edit, reveal, delete, assign. */
const answers = (standing: ItemStanding) =>
  [mayReadItem, mayEditItem, mayRevealPassword, mayDeleteItem, mayAssignItem]
    .map((rule) => (rule(standing).allowed ? "y" : "-"))
    .join("");

describe("a plain member", () => {
  test.each<[CollectionPermission[], string]>([
    [[], "-----"],
    [["view"], "y-y--"],
    [["view_hidden"], "y----"],
    [["edit"], "yyyyy"],
    [["edit_hidden"], "yy-y-"],
    [["manage"], "yyyyy"],
    [["view_hidden", "edit"], "yyyyy"],
    [["view", "edit_hidden"], "yyyyy"],
  ])("with %j of its collections: %s", (permissions, expected) =>
    expect(answers(item(member("user"), { permissions }))).toBe(expected),
  );

  test("deletes only what they manage where the organization says so, and puts nothing else elsewhere", () => {
    const of = (permission: CollectionPermission) =>
      answers(item(member("user"), { permissions: [permission], deletionNeedsManage: true }));
    expect([of("edit"), of("manage")]).toEqual(["yyy--", "yyyyy"]);
  });
});

test.each<[string, ItemStanding, string]>([
  ["the owner of a personal item", { owner: "self" }, "yyyy-"],
  ["anybody, of nothing", null, "-----"],
  ["a stranger", item(null), "-----"],
  ["an owner", item(member("owner")), "yyyyy"],
  ["an admin", item(member("admin")), "yyyyy"],
  ["an admin who does not reach all", item(member("admin"), { adminsReachAll: false }), "-----"],
  ["a provider user inside", item(provider("full", "entered")), "yyyyy"],
  [
    "a provider user inside, whatever admins reach",
    item(provider("full", "entered"), { adminsReachAll: false }),
    "yyyyy",
  ],
  ["a provider user outside", item(provider("full", "outside")), "-----"],
  ["a provider user without items", item(provider("manage_without_items", "entered")), "-----"],
  ["a provider user before a closed door", item(provider("closed", "entered")), "-----"],
])("%s", (_who, standing, expected) => expect(answers(standing)).toBe(expected));

test("what is in members' own collections alone is reached by whoever was given it, and by nobody who reaches all", () => {
  const personal = (
    standing: OrganizationStanding,
    permissions: CollectionPermission[] = [],
  ): ItemStanding => ({
    owner: "organization",
    standing,
    permissions,
    isPersonal: true,
  });
  expect(answers(personal(member("owner")))).toBe("-----");
  expect(answers(personal(provider("full", "entered")))).toBe("-----");
  expect(answers(personal(member("user"), ["manage"]))).toBe("yyyyy");
  expect(answers(personal(member("owner"), ["manage"]))).toBe("yyyyy");
});
