// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { PolicySettings } from "@/components/policies/policy-settings";
import type { AnyPolicyData } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";
import { show } from "@/test/components";

function said(type: PolicyType, data: AnyPolicyData) {
  show(<PolicySettings type={type} data={data} />);
  return screen.queryAllByRole("term").map((term) => `${term.textContent}: ${term.nextSibling?.textContent}`);
}

test("a policy says the values that it asks for, and nothing of what it leaves open", () => {
  expect(
    said("master_password", {
      ...{ minComplexity: null, minLength: 16, requireUpper: true, requireLower: false },
      ...{ requireNumbers: false, requireSpecial: false, enforceOnLogin: false },
    }),
  ).toEqual(["Minimum length: 16", "Require capital letters: On"]);
});

test("a time is told in minutes", () => {
  expect(said("vault_timeout", { type: "custom", minutes: 15, action: "lock" })).toContain("Minutes: 15");
});

test("a policy that is only on or off says no more", () => {
  expect(said("two_step_login", null)).toEqual([]);
});
