import { expect, test } from "vitest";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { mayRecoverNow, mayRecoverRank, type Ranks } from "@/lib/domain/recovery/rank";

const roles = ["user", "custom", "admin", "owner"] as const;
const ranks = (more: Partial<Ranks>): Ranks => ({
  here: { target: "user", actor: "owner" },
  organizations: [],
  teams: [],
  administersInstance: false,
  ...more,
});
const may = (more: Partial<Ranks>) => mayRecoverRank(ranks(more)).allowed;

/** Whom each may recover here: user, custom, admin, owner. */
const here: [OrganizationRole | "provider", string][] = [
  ["custom", "yynn"],
  ["admin", "yyyn"],
  ["owner", "yyyy"],
  ["provider", "yyyy"],
];
test.each(here)("%s here", (actor, expected) => {
  expect(roles.map((target) => (may({ here: { target, actor } }) ? "y" : "n")).join("")).toBe(expected);
});

/** The same of a place in another organization, where whoever recovers has this role. */
const elsewhere: [OrganizationRole | null, string][] = [
  [null, "ynnn"],
  ["user", "ynnn"],
  ["custom", "yynn"],
  ["admin", "yyyn"],
  ["owner", "yyyy"],
];
test.each(elsewhere)("%s elsewhere", (actor, expected) => {
  expect(roles.map((target) => (may({ organizations: [{ target, actor }] }) ? "y" : "n")).join("")).toBe(
    expected,
  );
});

test("somebody of a provider is recovered by colleagues of at least their rank, and an administrator by nobody", () => {
  expect(may({ teams: [{ target: "service_user", actor: null }] })).toBe(false);
  expect(may({ teams: [{ target: "service_user", actor: "service_user" }] })).toBe(true);
  expect(may({ teams: [{ target: "provider_admin", actor: "service_user" }] })).toBe(false);
  expect(may({ teams: [{ target: "provider_admin", actor: "provider_admin" }] })).toBe(true);
  expect(may({ administersInstance: true })).toBe(false);
});

test("a recovery waits for approval and for its time", () => {
  const now = new Date("2026-11-26T12:00:00Z");
  const [before, after] = [new Date(Number(now) - 1), new Date(Number(now) + 1)];
  const said = (...given: Parameters<typeof mayRecoverNow>) => {
    const decision = mayRecoverNow(...given);
    return decision.allowed ? "yes" : decision.refusal;
  };
  const provider = { forProvider: true, waitHours: 0, now };
  const waiting = { forProvider: false, waitHours: 24, now };
  expect(said(null, { forProvider: false, waitHours: 0, now })).toBe("yes");
  expect(said(null, provider)).toBe("recovery_not_asked");
  expect(said({ isApproved: false, forProvider: true, readyAt: before }, provider)).toBe(
    "recovery_not_approved",
  );
  expect(said({ isApproved: true, forProvider: true, readyAt: before }, provider)).toBe("yes");
  expect(said(null, waiting)).toBe("recovery_not_asked");
  expect(said({ isApproved: false, forProvider: false, readyAt: after }, waiting)).toBe("recovery_waits");
  expect(said({ isApproved: false, forProvider: false, readyAt: before }, waiting)).toBe("yes");
});
