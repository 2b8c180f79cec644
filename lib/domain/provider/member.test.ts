import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import {
  type ProviderPermission,
  providerPermissions,
  providerRolesWith,
} from "@/lib/domain/provider/permissions";
import {
  hasAccess,
  hasAccessEnded,
  isLastingAdmin,
  leavesOneAdmin,
  losesByRole,
  mayConfirm,
  mayEndAccessAt,
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

const now = new Date("2026-11-26T12:00:00Z");
const later = new Date("2026-11-26T12:00:00.001Z");

const word = (decision: Decision) => (decision.allowed ? "yes" : decision.refusal);

const ofBoth: ProviderPermission[] = ["open_portal", "administer_clients", "enter_clients", "use_blueprints"];
const whileSuspended: ProviderPermission[] = [
  "open_portal",
  "read_staff",
  "remove_staff",
  "read_events",
  "read_subscription",
  "read_settings",
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
  for (const accessEndsAt of [null, later]) {
    expect(word(mayConfirm({ status, accessEndsAt }, now))).toBe(confirm);
    expect(word(mayReinvite({ status, role: "service_user", accessEndsAt }, now))).toBe(reinvite);
  }
  const over = confirm === "yes" ? "member_access_ended" : confirm;
  expect(word(mayConfirm({ status, accessEndsAt: now }, now))).toBe(over);
  const unsent = reinvite === "yes" ? "member_access_ended" : reinvite;
  expect(word(mayReinvite({ status, role: "service_user", accessEndsAt: now }, now))).toBe(unsent);
});

test("whoever's access has ended may do nothing, and what is not theirs is still hidden", () => {
  const standing = {
    role: "service_user",
    status: "confirmed",
    state: "enabled",
    accessEnded: true,
  } as const;
  expect(word(mayInProvider("open_portal", standing))).toBe("staff_access_ended");
  expect(word(mayInProvider("open_portal", { ...standing, lacksTwoStep: true }))).toBe("staff_access_ended");
  expect(word(mayInProvider("read_staff", standing))).toBe("not_found");
  expect(word(mayInProvider("open_portal", { ...standing, accessEnded: false }))).toBe("yes");
});

test("access ends at its moment, which has to be to come when it is set", () => {
  expect(hasAccessEnded({ accessEndsAt: null }, now)).toBe(false);
  expect(hasAccessEnded({ accessEndsAt: later }, now)).toBe(false);
  expect(hasAccessEnded({ accessEndsAt: now }, now)).toBe(true);
  expect(word(mayEndAccessAt(null, now))).toBe("yes");
  expect(word(mayEndAccessAt(later, now))).toBe("yes");
  expect(word(mayEndAccessAt(now, now))).toBe("access_end_is_past");
});

test("nobody removes themselves", () => {
  expect(word(mayRemove(true))).toBe("cannot_remove_yourself");
  expect(word(mayRemove(false))).toBe("yes");
});

test("only the last admin who stays has to", () => {
  const admin = { role: "provider_admin", status: "confirmed", accessEndsAt: null } as const;
  expect(isLastingAdmin(admin)).toBe(true);
  expect(isLastingAdmin({ ...admin, accessEndsAt: later })).toBe(false);
  expect(word(mayStopBeingAdmin({ ...admin, accessEndsAt: later }, 1))).toBe("yes");
  expect(word(mayStopBeingAdmin(admin, 1))).toBe("last_provider_admin");
  expect(word(mayStopBeingAdmin(admin, 2))).toBe("yes");
  expect(word(mayStopBeingAdmin({ ...admin, status: "accepted" }, 1))).toBe("yes");
  expect(word(mayStopBeingAdmin({ ...admin, role: "service_user" }, 1))).toBe("yes");
});

test("statements look for the roles that have a permission", () => {
  expect(providerRolesWith("confirm_staff")).toEqual(["provider_admin"]);
  expect(providerRolesWith("open_portal")).toEqual(["provider_admin", "service_user"]);
});

test("an admin loses something as a service user, and a service user nothing as an admin", () => {
  expect(losesByRole("provider_admin", "service_user")).toBe(true);
  expect(losesByRole("service_user", "provider_admin")).toBe(false);
  expect(losesByRole("provider_admin", "provider_admin")).toBe(false);
});

test("those who go leave one admin, where all others are among them", () => {
  const admin = { status: "confirmed", role: "provider_admin", accessEndsAt: null } as const;
  const user = { ...admin, role: "service_user" } as const;
  expect(leavesOneAdmin([admin, user], 2)).toBe(true);
  expect(leavesOneAdmin([admin], 3)).toBe(false);
  expect(leavesOneAdmin([user], 1)).toBe(false);
  expect(leavesOneAdmin([{ ...admin, accessEndsAt: new Date() }], 1)).toBe(false);
});

test.each(providerMemberStatuses)(
  "who is %s goes to the portal once confirmed, until their access ends",
  (status) => {
    expect(hasAccess({ status, accessEnded: false })).toBe(status === "confirmed");
    expect(hasAccess({ status, accessEnded: true })).toBe(false);
  },
);
