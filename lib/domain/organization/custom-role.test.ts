import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { OrganizationMemberId } from "@/lib/domain/ids";
import {
  gainsPermissions,
  givableIn,
  isSameRole,
  losesByRole,
  mayGrant,
  takesPermissions,
} from "@/lib/domain/organization/custom-role";
import {
  mayManageRole,
  type OrganizationRole,
  type OrganizationStanding,
  organizationRoles,
  permissionsIn,
} from "@/lib/domain/organization/member";
import {
  type CustomPermission,
  customPermissionOnWire,
  customPermissions,
  customPermissionsWith,
  organizationPermissions,
  permissionsOfCustom,
  permissionsOfRole,
} from "@/lib/domain/organization/permissions";
import { type Feature, features, planFacts } from "@/lib/domain/organization/plans";

const said = (decision: Decision) => (decision.allowed ? "allowed" : decision.refusal);
const memberId = OrganizationMemberId.parse(randomUUID());
const switches = {
  adminsReachAll: true,
  creationIsLimited: true,
  collectionDeletionIsLimited: true,
  deletionNeedsManage: false,
};
const enterprise: readonly Feature[] = features;
const teams = planFacts.teams_monthly.features;

const member = (
  role: OrganizationRole,
  permissions: readonly CustomPermission[] = [],
  has: readonly Feature[] = enterprise,
): OrganizationStanding => ({
  state: "enabled",
  switches,
  features: has,
  capacity: {
    as: "member",
    role,
    memberId,
    permissions,
    placeIsProviders: false,
    letInByProvider: false,
    isOfTeam: false,
  },
});
const custom = (...permissions: CustomPermission[]) => member("custom", permissions);
const provider: OrganizationStanding = {
  state: "enabled",
  switches,
  features: enterprise,
  capacity: { as: "provider", access: "full", entered: "entered", providerState: "enabled" },
};
const role = (of: OrganizationRole, ...permissions: CustomPermission[]) => ({ role: of, permissions });

/** What each permission of the custom role lets somebody do, beside being there. */
const table: Record<CustomPermission, string[]> = {
  event_logs: ["open_console", "read_events"],
  import_export: ["open_console", "export_items", "import_items"],
  reports: ["open_console", "read_reports"],
  create_collections: ["create_collections"],
  edit_any_collection: [
    "open_console",
    "pick_members",
    "read_collections",
    "edit_any_collection",
    "use_items",
  ],
  delete_any_collection: ["open_console", "read_collections", "delete_any_collection"],
  manage_groups: ["open_console", "pick_members", "read_groups", "manage_groups"],
  manage_policies: ["open_console", "read_policies", "manage_policies"],
  manage_sso: [],
  manage_users: [
    "open_console",
    "read_members",
    "pick_members",
    "invite_members",
    "confirm_members",
    "change_member_roles",
    "remove_members",
    "revoke_members",
  ],
  manage_account_recovery: ["open_console", "recover_accounts"],
  manage_scim: [],
};

describe("what the custom role may do", () => {
  test.each([...customPermissions])("with %s alone", (permission) => {
    const more = permissionsIn(custom(permission)).filter((one) => !permissionsOfRole.user.includes(one));
    expect(more.toSorted()).toEqual(table[permission].toSorted());
  });

  test("with all of them: nothing that an admin may not", () => {
    const all = permissionsIn(custom(...customPermissions));
    expect(all.filter((permission) => !permissionsOfRole.admin.includes(permission))).toEqual([]);
  });

  test("without any, on a plan without it, or in another role: what a user may", () => {
    const plain = permissionsIn(member("user"));
    expect(permissionsIn(custom())).toEqual(plain);
    expect(permissionsIn(member("custom", customPermissions, teams))).toEqual(plain);
    expect(permissionsIn(member("user", customPermissions))).toEqual(plain);
  });

  test("statements look for exactly those that let somebody do it", () => {
    for (const permission of organizationPermissions)
      expect(customPermissionsWith(permission)).toEqual(
        customPermissions.filter((word) => permissionsOfCustom[word].includes(permission)),
      );
    expect(customPermissionsWith("confirm_members")).toEqual(["manage_users"]);
    expect(customPermissionsWith("answer_provider")).toEqual([]);
  });

  test("each has a name of its own on the wire", () => {
    expect(new Set(Object.values(customPermissionOnWire)).size).toBe(customPermissions.length);
  });
});

describe("whom somebody manages", () => {
  const managers: [string, OrganizationStanding, Partial<Record<OrganizationRole, string>>][] = [
    ["an owner", member("owner"), {}],
    ["the provider", provider, {}],
    ["an admin", member("admin"), { owner: "only_owners_manage_owners" }],
    [
      "a custom role",
      custom("manage_users"),
      { owner: "only_owners_manage_owners", admin: "custom_manages_no_admins" },
    ],
  ];
  test.each(managers)("%s", (_who, standing, refused) => {
    for (const of of organizationRoles)
      expect(said(mayManageRole(standing, of))).toBe(refused[of] ?? "allowed");
  });
});

describe("granting", () => {
  const own = custom("manage_users", "reports");
  test.each<
    [string, OrganizationStanding, Parameters<typeof mayGrant>[1], Parameters<typeof mayGrant>[2], string]
  >([
    ["an owner gives any", member("owner"), null, role("custom", ...customPermissions), "allowed"],
    ["an admin gives any", member("admin"), role("user"), role("custom", "manage_scim"), "allowed"],
    ["the provider gives any", provider, null, role("custom", ...customPermissions), "allowed"],
    ["what one has", own, null, role("custom", "reports"), "allowed"],
    [
      "what one has and what one lacks",
      own,
      null,
      role("custom", "reports", "event_logs"),
      "only_own_permissions",
    ],
    ["nothing", own, null, role("custom"), "allowed"],
    ["the role of a user", own, null, role("user"), "allowed"],
    ["taking what one has", own, role("custom", "reports"), role("custom"), "allowed"],
    ["taking what one lacks", own, role("custom", "event_logs"), role("custom"), "only_own_permissions"],
    ["taking it with another role", own, role("custom", "event_logs"), role("user"), "only_own_permissions"],
    [
      "leaving what one lacks, and giving what one has",
      own,
      role("custom", "event_logs"),
      role("custom", "event_logs", "reports"),
      "allowed",
    ],
    ["on a plan without it", member("owner", [], teams), null, role("custom"), "not_in_plan"],
    [
      "taking it on a plan without it",
      member("owner", [], teams),
      role("custom", "reports"),
      role("user"),
      "allowed",
    ],
  ])("%s", (_what, standing, from, to, expected) =>
    expect(said(mayGrant(standing, from, to))).toBe(expected),
  );

  test("nobody with a custom role raises themselves", () => {
    for (const permission of customPermissions) {
      const raised = role("custom", "manage_users", permission);
      const expected = permission === "manage_users" ? "allowed" : "only_own_permissions";
      expect(said(mayGrant(custom("manage_users"), role("custom", "manage_users"), raised))).toBe(expected);
    }
  });

  test("what is offered is what the rules allow", () => {
    expect(givableIn(member("owner"))).toEqual({
      roles: ["owner", "admin", "user", "custom"],
      permissions: customPermissions,
    });
    expect(givableIn(member("admin")).roles).toEqual(["admin", "user", "custom"]);
    expect(givableIn(member("admin", [], teams))).toEqual({ roles: ["admin", "user"], permissions: [] });
    expect(givableIn(own)).toEqual({ roles: ["user", "custom"], permissions: ["reports", "manage_users"] });
  });
});

test("two roles are the same with the same permissions, in any order", () => {
  expect(
    isSameRole(role("custom", "reports", "manage_users"), role("custom", "manage_users", "reports")),
  ).toBe(true);
  expect(isSameRole(role("custom", "reports"), role("custom"))).toBe(false);
  expect(isSameRole(role("custom"), role("custom", "reports"))).toBe(false);
  expect(isSameRole(role("custom"), role("user"))).toBe(false);
  expect(gainsPermissions(role("custom", "reports"), role("custom", "manage_users"))).toBe(true);
  expect(gainsPermissions(role("custom", "reports"), role("custom"))).toBe(false);
});

test("the custom role alone is given permissions one by one", () => {
  expect(organizationRoles.filter(takesPermissions)).toEqual(["custom"]);
});

test("a role is lowered by one that includes less, also of the permissions given one by one", () => {
  const as = (role: OrganizationRole, ...permissions: CustomPermission[]) => ({ role, permissions });
  expect(losesByRole(as("owner"), as("admin"))).toBe(true);
  expect(losesByRole(as("admin"), as("owner"))).toBe(false);
  expect(losesByRole(as("custom", "manage_users"), as("custom"))).toBe(true);
  expect(losesByRole(as("custom", "manage_users"), as("user"))).toBe(true);
  expect(losesByRole(as("custom", "manage_users"), as("admin"))).toBe(false);
  expect(losesByRole(as("user"), as("custom", "manage_users"))).toBe(false);
});
