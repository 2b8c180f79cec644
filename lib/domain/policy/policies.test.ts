import { describe, expect, test } from "vitest";
import type { OrganizationMemberStatus, OrganizationRole } from "@/lib/domain/organization/member";
import {
  binds,
  bindsRole,
  complies,
  lacksFor,
  mayBeLetIn,
  mayJoin,
  revokingPolicies,
  rolesBoundBy,
} from "@/lib/domain/policy/binding";
import {
  type BindingPolicy,
  boundToOne,
  generatedKind,
  generatorFloors,
  ownershipTakenBy,
  passphraseFloors,
  restrictedTypes,
  strictestPassword,
  timeoutLimit,
} from "@/lib/domain/policy/combining";
import {
  dependingOn,
  mayBeOff,
  mayBeOn,
  mayEnrol,
  mayHoldProvidersPeople,
  mayWithdrawFromRecovery,
  owesEnrolment,
} from "@/lib/domain/policy/depending";
import { mayKeepOwn, mayMakeItem } from "@/lib/domain/policy/items";
import { firstSettings, policySettings } from "@/lib/domain/policy/settings";
import { type PolicyType, policyFacts, policyNumbers, policyTypes } from "@/lib/domain/policy/types";

const roles = ["owner", "admin", "user", "custom"] as const satisfies OrganizationRole[];
const user = { role: "user", status: "confirmed", isProviders: false } as const;
const good = { hasTwoStep: true, isElsewhere: false };

test("the policies stand in the order of their numbers, from 0 to 22", () => {
  expect(policyTypes.map((type) => policyNumbers[type])).toEqual([...Array(23).keys()]);
  expect(Object.keys(policyFacts)).toEqual(policyTypes);
  expect(Object.keys(policySettings)).toEqual(policyTypes);
});

// y: bound. Owner, admin, user, custom; then a user who is of the provider's team.
test.each<[PolicyType, string]>([
  ["two_step_login", "nnyyn"],
  ["master_password", "yyyyn"],
  ["password_generator", "yyyyn"],
  ["single_organization", "nnyyn"],
  ["require_single_sign_on", "nnyyn"],
  ["data_ownership", "nnyyn"],
  ["remove_send", "nnyyn"],
  ["send_options", "nnyyn"],
  ["account_recovery", "yyyyy"],
  ["vault_timeout", "nyyyn"],
  ["remove_personal_export", "nnyyn"],
  ["autofill_on_load", "nnyyn"],
  ["automatic_log_in", "nnyyn"],
  ["remove_family_sponsorship", "yyyyn"],
  ["remove_unlock_with_pin", "yyyyn"],
  ["restricted_item_types", "yyyyn"],
  ["uri_match", "nnyyn"],
  ["autotype", "nnyyn"],
  ["automatic_confirmation", "yyyyy"],
  ["claimed_domain_accounts", "nnyyn"],
  ["vault_banner", "yyyyn"],
  ["send_controls", "nnyyn"],
  ["fill_assist", "nnyyn"],
])("%s binds %s", (type, expected) => {
  const bound = [
    ...roles.map((role) => bindsRole(type, { role, isProviders: false })),
    bindsRole(type, { role: "user", isProviders: true }),
  ];
  expect(bound.map((is) => (is ? "y" : "n")).join("")).toBe(expected);
  expect(rolesBoundBy(type)).toEqual(roles.filter((_, index) => expected[index] === "y"));
});

test.each<[OrganizationMemberStatus, boolean]>([
  ["staged", false],
  ["invited", false],
  ["accepted", true],
  ["confirmed", true],
  ["revoked", false],
])("a policy binds a member who is %s: %s", (status, expected) => {
  expect(binds("two_step_login", { ...user, status })).toBe(expected);
});

test("two policies are held by revoking whoever does not comply", () => {
  const lacking = { hasTwoStep: false, isElsewhere: true };
  expect(revokingPolicies.filter((type) => !complies(type, lacking))).toEqual(revokingPolicies);
  expect(complies("two_step_login", { ...lacking, hasTwoStep: true })).toBe(true);
  expect(complies("single_organization", { ...lacking, isElsewhere: false })).toBe(true);
  expect(complies("vault_banner", lacking)).toBe(true);
});

test("the same is judged of whoever joins, is confirmed or comes back", () => {
  const joining = { role: "user" as OrganizationRole, isProviders: false, ...good, isBoundElsewhere: false };
  const both: PolicyType[] = ["single_organization", "two_step_login"];
  expect(lacksFor(both, joining)).toBeNull();
  expect(lacksFor(both, { ...joining, hasTwoStep: false })).toBe("two_step_login");
  expect(lacksFor(both, { ...joining, isElsewhere: true })).toBe("single_organization");
  expect(lacksFor([], { ...joining, hasTwoStep: false, isElsewhere: true })).toBeNull();
  expect(lacksFor(both, { ...joining, hasTwoStep: false, isElsewhere: true, role: "admin" })).toBeNull();
  expect(lacksFor([], { ...joining, isBoundElsewhere: true })).toBe("bound_elsewhere");
  const automatically = ["automatic_confirmation"] as const;
  expect(lacksFor(automatically, joining)).toBeNull();
  expect(lacksFor(automatically, { ...joining, isProviders: true })).toBe("not_of_the_team");
  for (const answer of [mayJoin("not_of_the_team", "Cobalt", null), mayBeLetIn("not_of_the_team")])
    expect(answer).toMatchObject({ refusal: "takes_nobody_of_the_team" });

  expect(mayJoin(null, "Cobalt", null)).toEqual({ allowed: true });
  expect(mayJoin("two_step_login", "Cobalt", null)).toMatchObject({ refusal: "two_step_needed" });
  expect(mayJoin("single_organization", "Cobalt", null)).toMatchObject({
    refusal: "only_organization_needed",
    values: { organization: "Cobalt" },
  });
  expect(mayJoin("bound_elsewhere", "Cobalt", "Nickel")).toMatchObject({
    refusal: "bound_to_one_organization",
    values: { organization: "Nickel" },
  });
  expect(mayBeLetIn(null)).toEqual({ allowed: true });
  expect(mayBeLetIn("two_step_login")).toMatchObject({ refusal: "member_without_two_step" });
  expect(mayBeLetIn("single_organization")).toMatchObject({ refusal: "member_elsewhere" });
  expect(mayBeLetIn("bound_elsewhere")).toMatchObject({ refusal: "member_elsewhere" });
});

describe("what policies need", () => {
  const needing: PolicyType[] = [
    "require_single_sign_on",
    "account_recovery",
    "vault_timeout",
    "autofill_on_load",
    "automatic_log_in",
    "uri_match",
    "automatic_confirmation",
    "vault_banner",
  ];

  test.each(policyTypes)("%s can be on beside what it needs", (type) => {
    const alone = mayBeOn(type, []);
    const beside = mayBeOn(type, ["single_organization"]);
    if (policyFacts[type].heldBy === "not_yet") {
      expect(beside).toMatchObject({ refusal: "policy_needs_single_sign_on" });
      return;
    }
    expect(beside.allowed).toBe(true);
    expect(alone).toMatchObject(
      needing.includes(type)
        ? { refusal: "policy_needs_another", values: { other: "single_organization" } }
        : { allowed: true },
    );
  });

  test("what others need stays on, and the first of them is named with how many more there are", () => {
    expect(dependingOn("single_organization", policyTypes)).toEqual(needing);
    expect(mayBeOff("single_organization", ["vault_banner", "account_recovery"])).toMatchObject({
      refusal: "policy_needed_by_others",
      values: { other: "account_recovery", more: 1 },
    });
    expect(mayBeOff("single_organization", ["master_password"]).allowed).toBe(true);
    expect(mayBeOff("master_password", policyTypes).allowed).toBe(true);
  });

  test("members who are the provider's, and withdrawing from recovery", () => {
    expect(mayHoldProvidersPeople("automatic_confirmation", 0).allowed).toBe(true);
    expect(mayHoldProvidersPeople("automatic_confirmation", 2)).toMatchObject({ values: { count: 2 } });
    expect(mayHoldProvidersPeople("two_step_login", 2).allowed).toBe(true);
    for (const isRequired of [true, false])
      for (const isStaff of [true, false])
        expect(mayWithdrawFromRecovery({ isRequired, isStaff }).allowed).toBe(!isRequired || isStaff);
  });

  test("a browser enrols where it is required, once, and nobody of the provider; else a proof is needed", () => {
    const owed = { isRequired: true, isEnrolled: false, isStaff: false };
    expect(owesEnrolment(owed)).toBe(true);
    for (const other of [{ isRequired: false }, { isEnrolled: true }, { isStaff: true }])
      expect(owesEnrolment({ ...owed, ...other })).toBe(false);
    expect(mayEnrol({ isProven: true, isOwed: false }).allowed).toBe(true);
    expect(mayEnrol({ isProven: false, isOwed: true }).allowed).toBe(true);
    expect(mayEnrol({ isProven: false, isOwed: false })).toMatchObject({ refusal: "proof_needed" });
  });
});

describe("of several organizations the strictest counts", () => {
  const of = (policy: Pick<BindingPolicy, "type" | "data">, organization: string) =>
    ({ ...policy, organization, organizationId: organization }) as BindingPolicy;
  const password = firstSettings.master_password;
  const generator = firstSettings.password_generator;
  const timeout = firstSettings.vault_timeout;

  test("for master passwords", () => {
    expect(strictestPassword([])).toBeNull();
    const one = { ...password, minComplexity: 4, minLength: null, requireUpper: true };
    const other = { ...password, minComplexity: null, minLength: 20, enforceOnLogin: true };
    expect(
      strictestPassword([
        of({ type: "master_password", data: one }, "Cobalt"),
        of({ type: "master_password", data: other }, "Nickel"),
        of({ type: "two_step_login", data: null }, "Nickel"),
      ]),
    ).toEqual({
      minComplexity: 4,
      minLength: 20,
      requireUpper: true,
      requireLower: false,
      requireNumbers: false,
      requireSpecial: false,
      enforceOnLogin: true,
      organizations: ["Cobalt", "Nickel"],
    });
    const free = { ...password, minComplexity: null, minLength: null };
    expect(strictestPassword([of({ type: "master_password", data: free }, "Cobalt")])).toMatchObject({
      minComplexity: null,
      minLength: null,
    });
  });

  test("for generated passwords", () => {
    expect(generatorFloors([])).toBeNull();
    const none = { useUpper: false, useLower: false, useNumbers: false, useSpecial: false };
    const one = { ...generator, ...none, minLength: 24, minNumbers: 3, minSpecial: null };
    const other = { ...generator, ...none, minLength: 18, minNumbers: null, minSpecial: 0, useUpper: true };
    expect(
      generatorFloors([
        of({ type: "password_generator", data: one }, "Cobalt"),
        of({ type: "password_generator", data: other }, "Nickel"),
      ]),
    ).toEqual({
      minLength: 24,
      minNumbers: 3,
      minSpecial: 0,
      needs: { upper: true, lower: false, numbers: true, special: false },
    });
  });

  test("for generated passphrases, and which kind comes first", () => {
    expect(passphraseFloors([])).toBeNull();
    expect(generatedKind([])).toBeNull();
    const asked = (...all: Partial<typeof generator>[]) =>
      all.map((data) => of({ type: "password_generator", data: { ...generator, ...data } }, "Cobalt"));
    const policies = asked(
      { minNumberWords: 4, capitalize: true, includeNumber: false, overridePasswordType: "passphrase" },
      { minNumberWords: 6, capitalize: false, includeNumber: false, overridePasswordType: "" },
    );
    expect(passphraseFloors(policies)).toEqual({ minWords: 6, capitalize: true, includeNumber: false });
    expect(generatedKind(policies)).toBe("passphrase");
    expect(generatedKind([...policies, ...asked({ overridePasswordType: "password" })])).toBe("password");
    expect(generatedKind(asked({ overridePasswordType: "" }))).toBeNull();
  });

  test("for how long a vault stays open", () => {
    expect(timeoutLimit([])).toBeNull();
    const limits = (...all: Partial<typeof timeout>[]) =>
      timeoutLimit(all.map((data) => of({ type: "vault_timeout", data: { ...timeout, ...data } }, "Cobalt")));
    expect(limits({ minutes: 30 }, { minutes: 5 })).toEqual({ minutes: 5, action: null });
    expect(limits({ type: "immediately" }, { minutes: 5 })).toMatchObject({ minutes: 0 });
    expect(limits({ type: "never" }, { type: "onSystemLock" })).toMatchObject({ minutes: null });
    expect(limits({ action: "lock" }, { action: "logOut" })).toMatchObject({ action: "logOut" });
    expect(limits({ action: "lock" }, { action: null })).toMatchObject({ action: "lock" });
  });

  test("for items", () => {
    const cards = of({ type: "restricted_item_types", data: [3] }, "Cobalt");
    const more = of({ type: "restricted_item_types", data: [3, 4] }, "Nickel");
    const owned = of({ type: "data_ownership", data: firstSettings.data_ownership }, "Nickel");
    expect(restrictedTypes([cards, more])).toEqual(
      new Map([
        ["card", ["Cobalt", "Nickel"]],
        ["identity", ["Nickel"]],
      ]),
    );
    expect(ownershipTakenBy([cards, owned])).toEqual(["Nickel"]);
    expect(boundToOne([cards, owned])).toBeNull();
    const alone = of({ type: "single_organization", data: firstSettings.single_organization }, "Nickel");
    expect(boundToOne([cards, alone])).toBe("Nickel");
    expect(mayKeepOwn([cards]).allowed).toBe(true);
    expect(mayMakeItem([cards, owned], { type: "login", isOwn: false }).allowed).toBe(true);
    expect(mayMakeItem([cards, owned], { type: "login", isOwn: true })).toMatchObject({
      refusal: "personal_items_not_allowed",
    });
    expect(mayMakeItem([cards], { type: "card", isOwn: false })).toMatchObject({
      refusal: "item_type_restricted",
      values: { organization: "Cobalt" },
    });
    expect(mayMakeItem([], { type: "card", isOwn: true }).allowed).toBe(true);
  });
});

test.each<[PolicyType, unknown]>([
  ["master_password", { ...firstSettings.master_password, minLength: 11 }],
  ["master_password", { ...firstSettings.master_password, minComplexity: 5 }],
  ["password_generator", { ...firstSettings.password_generator, minLength: 4 }],
  ["vault_timeout", { ...firstSettings.vault_timeout, minutes: 0 }],
  ["vault_timeout", { ...firstSettings.vault_timeout, type: "sometimes" }],
  ["automatic_log_in", { idpHost: "http://login.client.example" }],
  ["restricted_item_types", []],
  ["restricted_item_types", [9]],
  ["uri_match", { uriMatchDetection: 6 }],
  ["vault_banner", { message: " ", linkText: "", linkUrl: "" }],
  ["vault_banner", { message: "Read", linkText: "", linkUrl: "javascript:alert(1)" }],
  ["vault_banner", { message: "Read", linkText: "The rules", linkUrl: "" }],
  ["send_controls", { ...firstSettings.send_controls, allowedDomains: "a".repeat(1001) }],
  ["fill_assist", { rulesUrl: "http://rules.client.example" }],
  ["two_step_login", { any: "thing" }],
])("%s does not take settings of another form", (type, data) => {
  expect(policySettings[type].safeParse(data).success).toBe(false);
});
