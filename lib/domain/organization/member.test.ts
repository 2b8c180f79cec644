import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { OrganizationMemberId } from "@/lib/domain/ids";
import {
  mayConfirmMember,
  mayInOrganization,
  mayManageRole,
  mayReinviteMember,
  mayRemoveMember,
  mayStopBeingOwner,
  mayTakeSeats,
  type OrganizationRole,
  type OrganizationStanding,
  type OrganizationSwitches,
  organizationMemberStatuses,
  permissionsIn,
  usedSeats,
} from "@/lib/domain/organization/member";
import {
  type OrganizationPermission,
  organizationPermissions,
  organizationRolesWith,
} from "@/lib/domain/organization/permissions";
import { features } from "@/lib/domain/organization/plans";

const memberId = OrganizationMemberId.parse(randomUUID());
const switches = {
  adminsReachAll: true,
  deletionNeedsManage: false,
  creationIsLimited: true,
  collectionDeletionIsLimited: true,
};
const member = (
  role: OrganizationRole,
  state: "enabled" | "suspended" = "enabled",
  changed: Partial<OrganizationSwitches> = {},
): OrganizationStanding => ({
  state,
  switches: { ...switches, ...changed },
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
const inside: OrganizationStanding = {
  state: "enabled",
  switches,
  features,
  capacity: { as: "provider", access: "full", entered: "entered", providerState: "enabled" },
};
const outside: OrganizationStanding = {
  state: "enabled",
  switches,
  features,
  capacity: { as: "provider", access: "full", entered: "outside", providerState: "enabled" },
};
const said = (decision: Decision) => (decision.allowed ? "allowed" : decision.refusal);

const providerIn = (change: object): OrganizationStanding => ({
  ...inside,
  state: "enabled",
  features,
  capacity: { as: "provider", access: "full", entered: "entered", providerState: "enabled", ...change },
});

const ofMembersOnly = {
  export_items: "not_found",
  answer_provider: "not_found",
  set_provider_access: "not_found",
  choose_provider: "not_found",
  read_visits: "not_found",
  delete_organization: "not_found",
};
const ownersOnly = {
  ...ofMembersOnly,
  export_items: "allowed",
  rotate_key: "not_found",
  manage_owners: "not_found",
  manage_settings: "not_found",
  manage_api_key: "not_found",
};
const ofEveryMember = { be_there: "allowed", keep_given_collections: "allowed" };

/** The authorization matrix: who may do what, and what the others are told. */
const matrix: [string, OrganizationStanding, Partial<Record<OrganizationPermission, string>>, string][] = [
  ["nobody", null, {}, "not_found"],
  ["an owner", member("owner"), {}, "allowed"],
  ["an admin", member("admin"), ownersOnly, "allowed"],
  ["a user", member("user"), ofEveryMember, "not_found"],
  ["a custom role without permissions", member("custom"), ofEveryMember, "not_found"],
  [
    "a user where everybody makes collections",
    member("user", "enabled", { creationIsLimited: false }),
    { ...ofEveryMember, create_collections: "allowed" },
    "not_found",
  ],
  [
    "an owner of a suspended one",
    member("owner", "suspended"),
    { be_there: "allowed" },
    "organization_suspended",
  ],
  ["the provider inside", inside, ofMembersOnly, "allowed"],
  ["the provider outside", outside, {}, "client_not_entered"],
  ["the provider before a closed door", providerIn({ access: "closed" }), {}, "provider_access_closed"],
  [
    "the provider without items",
    providerIn({ access: "manage_without_items" }),
    { ...ofMembersOnly, use_items: "provider_access_closed", rotate_key: "provider_access_closed" },
    "allowed",
  ],
  ["a suspended provider inside", providerIn({ providerState: "suspended" }), {}, "provider_suspended"],
];

describe.each(matrix)("%s", (_who, standing, exceptions, usually) => {
  test.each([...organizationPermissions])("%s", (permission) => {
    expect(said(mayInOrganization(permission, standing))).toBe(exceptions[permission] ?? usually);
  });
});

test.each([{ placeIsProviders: true }, { letInByProvider: true }, { isOfTeam: true }])(
  "nobody on the provider's side takes items along, whatever their place: %o",
  (side) => {
    const roles = [
      { role: "owner" },
      { role: "admin" },
      { role: "custom", permissions: ["import_export"] },
    ] as const;
    for (const place of roles) {
      const as = (more: object): OrganizationStanding => ({
        ...inside,
        capacity: {
          as: "member",
          memberId,
          ...{ placeIsProviders: false, letInByProvider: false, isOfTeam: false },
          ...place,
          ...more,
        },
      });
      expect(said(mayInOrganization("export_items", as({})))).toBe("allowed");
      expect(said(mayInOrganization("export_items", as(side)))).toBe("not_found");
      expect(said(mayInOrganization("import_items", as(side)))).toBe("allowed");
    }
  },
);

describe("confirming", () => {
  const accepted = { role: "user", status: "accepted" } as const;
  test.each([
    ["the first by the provider", mayConfirmMember(inside, { ...accepted, role: "owner" }, 0), "allowed"],
    ["the first by a member", mayConfirmMember(member("owner"), accepted, 0), "owner_confirmed_by_provider"],
    [
      "an owner by an admin",
      mayConfirmMember(member("admin"), { ...accepted, role: "owner" }, 1),
      "only_owners_manage_owners",
    ],
    ["a user by an admin", mayConfirmMember(member("admin"), accepted, 1), "allowed"],
    [
      "somebody invited",
      mayConfirmMember(inside, { role: "user", status: "invited" }, 1),
      "member_not_accepted",
    ],
    ["twice", mayConfirmMember(inside, { role: "user", status: "confirmed" }, 1), "member_already_confirmed"],
  ])("%s", (_what, decision, expected) => expect(said(decision)).toBe(expected));
});

test("only owners and the provider touch owners", () => {
  expect(said(mayManageRole(member("admin"), "owner"))).toBe("only_owners_manage_owners");
  for (const standing of [member("owner"), inside])
    expect(said(mayManageRole(standing, "owner"))).toBe("allowed");
});

test.each(organizationMemberStatuses)("an invitation that is %s is sent again while it is open", (status) => {
  const decision = mayReinviteMember({ role: "user", status });
  expect(said(decision)).toBe(status === "invited" ? "allowed" : "member_not_invited");
});

test("nobody removes themselves", () => {
  expect(said(mayRemoveMember(true))).toBe("cannot_remove_yourself");
  expect(said(mayRemoveMember(false))).toBe("allowed");
});

test("the last confirmed owner stays", () => {
  const owner = { role: "owner", status: "confirmed" } as const;
  expect(said(mayStopBeingOwner(owner, 1))).toBe("last_owner");
  expect(said(mayStopBeingOwner(owner, 2))).toBe("allowed");
  expect(said(mayStopBeingOwner({ role: "owner", status: "invited" }, 1))).toBe("allowed");
});

test("invited, accepted and confirmed members take seats", () => {
  expect(usedSeats([...organizationMemberStatuses])).toBe(3);
  expect(said(mayTakeSeats(10, 9, 1))).toBe("allowed");
  expect(mayTakeSeats(10, 9, 2)).toMatchObject({ values: { seats: 10, used: 9, remaining: 1 } });
});

test("statements look for the roles that have a permission", () => {
  expect(organizationRolesWith("confirm_members")).toEqual(["owner", "admin"]);
  expect(organizationRolesWith("answer_provider")).toEqual(["owner"]);
});

test("what one may do is listed for pages", () => {
  expect(permissionsIn(member("user"))).toEqual(["be_there", "keep_given_collections"]);
  expect(permissionsIn(outside)).toEqual([]);
  expect(permissionsIn(inside)).toEqual(
    organizationPermissions.filter((permission) => !(permission in ofMembersOnly)),
  );
});
