import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import {
  type ProviderPermission,
  providerPermissions,
  providerRolesWith,
} from "@/lib/domain/provider/permissions";
import {
  mayConfirm,
  mayInProvider,
  mayReinvite,
  mayRemove,
  mayStopBeingAdmin,
  type ProviderStanding,
  providerMemberStatuses,
  providerRoles,
} from "./member";

const everyStanding: ProviderStanding[] = [
  null,
  ...providerRoles.flatMap((role) =>
    providerMemberStatuses.flatMap((status) =>
      (["enabled", "suspended"] as const).map((state) => ({ role, status, state })),
    ),
  ),
];

const word = (decision: Decision) => (decision.allowed ? "yes" : decision.refusal);

const ofBoth: ProviderPermission[] = ["open_portal", "administer_clients", "enter_clients", "use_blueprints"];
const whileSuspended: ProviderPermission[] = [
  "open_portal",
  "read_staff",
  "change_staff_roles",
  "remove_staff",
  "read_events",
  "read_subscription",
  "read_settings",
  "change_settings",
];

describe.each(everyStanding)("$role, $status, $state", (standing) => {
  test.each([...providerPermissions])("%s", (permission) => {
    const isOfRole = standing?.role === "provider_admin" || ofBoth.includes(permission);
    const isThere = standing?.status === "confirmed" && isOfRole;
    const stays = standing?.state === "enabled" || whileSuspended.includes(permission);
    const expected = isThere ? (stays ? "yes" : "provider_suspended") : "not_found";
    expect(word(mayInProvider(permission, standing))).toBe(expected);
  });
});

test.each([
  { status: "invited", confirm: "member_not_accepted", reinvite: "yes" },
  { status: "accepted", confirm: "yes", reinvite: "member_not_invited" },
  { status: "confirmed", confirm: "member_already_confirmed", reinvite: "member_not_invited" },
] as const)("a member who is $status", ({ status, confirm, reinvite }) => {
  expect(word(mayConfirm({ status }))).toBe(confirm);
  expect(word(mayReinvite({ status, role: "service_user" }))).toBe(reinvite);
});

test("nobody removes themselves", () => {
  expect(word(mayRemove(true))).toBe("cannot_remove_yourself");
  expect(word(mayRemove(false))).toBe("yes");
});

test("only the last confirmed admin has to stay", () => {
  const admin = { role: "provider_admin", status: "confirmed" } as const;
  expect(word(mayStopBeingAdmin(admin, 1))).toBe("last_provider_admin");
  expect(word(mayStopBeingAdmin(admin, 2))).toBe("yes");
  expect(word(mayStopBeingAdmin({ ...admin, status: "accepted" }, 1))).toBe("yes");
  expect(word(mayStopBeingAdmin({ ...admin, role: "service_user" }, 1))).toBe("yes");
});

test("statements look for the roles that have a permission", () => {
  expect(providerRolesWith("confirm_staff")).toEqual(["provider_admin"]);
  expect(providerRolesWith("open_portal")).toEqual(["provider_admin", "service_user"]);
});
