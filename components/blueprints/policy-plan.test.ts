import { expect, test } from "vitest";
import { isAsShown, plannedPolicy } from "@/components/blueprints/policy-plan";
import type { PolicyDifference } from "@/lib/domain/blueprint/compare";
import { OrganizationMemberId } from "@/lib/domain/ids";
import type { PolicyPreview } from "@/lib/operations/organization/preview-policy";

const named = (last: number) => ({
  id: OrganizationMemberId.parse(`00000000-0000-4000-8000-${String(last).padStart(12, "0")}`),
  name: `Person ${last}`,
  email: `person.${last}@client.example`,
});

const shown: PolicyPreview = {
  mark: "shown",
  settings: null,
  isOn: false,
  blocked: null,
  needing: [],
  bound: 3,
  free: { byRole: 1, ofTeam: 0 },
  collections: 0,
  revoked: 2,
  names: [named(1), named(2)],
};

test.each<[string, Partial<PolicyPreview>, boolean]>([
  ["the same", {}, true],
  ["fewer of those who were shown", { revoked: 1, names: [named(2)], bound: 2 }, true],
  ["somebody else in their place", { revoked: 2, names: [named(1), named(3)] }, false],
  ["one more", { revoked: 3, names: [named(1), named(2), named(3)] }, false],
  ["a policy that somebody has turned on meanwhile", { isOn: true }, false],
  ["other settings to begin from", { settings: { disableHideEmail: true } }, false],
  ["something that blocks it", { blocked: { refusal: "policy_needs_another", values: {} } }, false],
])("a policy that would concern %s is done as it was shown: %#", (_what, change, expected) => {
  expect(isAsShown(shown, { ...shown, ...change })).toBe(expected);
});

test("of more than are named, their number counts", () => {
  const many = { ...shown, revoked: 60 };
  expect(isAsShown(many, { ...many, names: [named(3)], revoked: 59 })).toBe(true);
  expect(isAsShown(many, { ...many, revoked: 61 })).toBe(false);
});

const timeout = {
  type: "vault_timeout",
  data: { type: "custom", minutes: 5, action: null },
  change: "on",
} as const satisfies PolicyDifference;
const single = { type: "single_organization", data: null, change: "on" } as const;
const waiting = { refusal: "policy_needs_another", values: { other: "single_organization" } } as const;

test("a policy waits for another of its blueprint, and is left out where that is none of it", () => {
  const answer = { ok: true as const, result: { ...shown, blocked: waiting } };
  expect(plannedPolicy(timeout, answer, [single, timeout]).preview).toEqual(answer.result);
  expect(plannedPolicy(timeout, answer, [timeout])).toMatchObject({
    preview: null,
    refused: { code: "policy_needs_another" },
  });
});

test("a policy whose preview is refused is left out with the reason", () => {
  const failure = { code: "not_in_plan" } as const;
  expect(plannedPolicy(single, { ok: false, failure }, [single])).toMatchObject({ refused: failure });
});
