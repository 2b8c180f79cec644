import { expect, test } from "vitest";
import { isVisitUnnoted, mayEnterClient } from "@/lib/domain/organization/visit";

const staff = { role: "service_user", status: "confirmed", state: "enabled" } as const;

test.each([
  [{ access: "full", isMember: false, staff: { ...staff, status: "accepted" } } as const, "not_found"],
  [null, "not_found"],
  [{ access: "full", isMember: false, staff } as const, "allowed"],
  [{ access: "manage_without_items", isMember: false, staff } as const, "allowed"],
  [{ access: "closed", isMember: false, staff } as const, "provider_access_closed"],
  [
    { access: "full", isMember: false, staff: { ...staff, state: "suspended" } } as const,
    "provider_suspended",
  ],
  [{ access: "full", isMember: true, staff } as const, "already_a_member"],
])("%j: %s", (standing, expected) => {
  const decision = mayEnterClient(standing);
  expect(decision.allowed ? "allowed" : decision.refusal).toBe(expected);
});

test.each([
  [0, false],
  [3, false],
  [3.1, true],
])("a visit that was noted %d minutes ago", (minutes, isUnnoted) => {
  const now = new Date("2026-11-26T12:00:00Z");
  expect(isVisitUnnoted(new Date(Number(now) - minutes * 60_000), now)).toBe(isUnnoted);
});
