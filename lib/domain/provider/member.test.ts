import { describe, expect, test } from "vitest";
import {
  mayAdministerClients,
  mayConfirm,
  mayCreateClient,
  mayManageProvider,
  mayReinvite,
  maySeeProvider,
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

const word = (decision: ReturnType<typeof maySeeProvider>) => (decision.allowed ? "yes" : decision.refusal);

describe.each(everyStanding)("$role, $status, $state", (standing) => {
  const isConfirmed = standing?.status === "confirmed";
  const isAdmin = isConfirmed && standing.role === "provider_admin";
  const isSuspended = standing?.state === "suspended";

  test("sees the provider once confirmed", () => {
    expect(word(maySeeProvider(standing))).toBe(isConfirmed ? "yes" : "not_found");
  });
  test("manages it as a confirmed admin; for others that does not exist", () => {
    expect(word(mayManageProvider(standing))).toBe(isAdmin ? "yes" : "not_found");
  });
  test("creates clients as a confirmed admin of a provider in good standing", () => {
    const expected = isAdmin ? (isSuspended ? "provider_suspended" : "yes") : "not_found";
    expect(word(mayCreateClient(standing))).toBe(expected);
  });
  test("renames clients and sets seats in either role", () => {
    const expected = isConfirmed ? (isSuspended ? "provider_suspended" : "yes") : "not_found";
    expect(word(mayAdministerClients(standing))).toBe(expected);
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

test("only the last confirmed admin has to stay", () => {
  const admin = { role: "provider_admin", status: "confirmed" } as const;
  expect(word(mayStopBeingAdmin(admin, 1))).toBe("last_provider_admin");
  expect(word(mayStopBeingAdmin(admin, 2))).toBe("yes");
  expect(word(mayStopBeingAdmin({ ...admin, status: "accepted" }, 1))).toBe("yes");
  expect(word(mayStopBeingAdmin({ ...admin, role: "service_user" }, 1))).toBe("yes");
});
