import { expect, test } from "vitest";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { mayRecoverRank, type Ranks } from "@/lib/domain/recovery/rank";

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
  ["custom", "ynnn"],
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
  ["custom", "ynnn"],
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
