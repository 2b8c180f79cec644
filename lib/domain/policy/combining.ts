import { type ItemType, itemNumbers, itemTypes } from "@/lib/domain/item/types";
import type { PolicyData } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";

/** A policy that binds somebody, of one of their organizations. */
export type BindingPolicy = {
  [Type in PolicyType]: {
    type: Type;
    organizationId: string;
    organization: string;
    data: PolicyData<Type>;
  };
}[PolicyType];

type Of<Type extends PolicyType> = Extract<BindingPolicy, { type: Type }>;

/** The policies of one type among those of all organizations. */
export const policiesOf = <Type extends PolicyType>(
  policies: readonly BindingPolicy[],
  type: Type,
): Of<Type>[] => policies.filter((policy): policy is Of<Type> => policy.type === type);

const highest = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((most, number) => (number === null ? most : Math.max(most ?? number, number)), null);

export type PasswordRequirements = PolicyData<"master_password"> & {
  /** The organizations that ask for it. */
  organizations: string[];
};

/**
 * What a master password needs so that every organization takes it: of each setting, the strictest. Null where none
 * asks.
 */
export function strictestPassword(policies: readonly BindingPolicy[]): PasswordRequirements | null {
  const found = policiesOf(policies, "master_password");
  if (found.length === 0) return null;
  const any = (
    key: "requireUpper" | "requireLower" | "requireNumbers" | "requireSpecial" | "enforceOnLogin",
  ) => found.some(({ data }) => data[key]);
  return {
    minComplexity: highest(found.map(({ data }) => data.minComplexity)),
    minLength: highest(found.map(({ data }) => data.minLength)),
    requireUpper: any("requireUpper"),
    requireLower: any("requireLower"),
    requireNumbers: any("requireNumbers"),
    requireSpecial: any("requireSpecial"),
    enforceOnLogin: any("enforceOnLogin"),
    organizations: found.map(({ organization }) => organization),
  };
}

export type GeneratorFloors = {
  minLength: number;
  minNumbers: number;
  minSpecial: number;
  needs: { upper: boolean; lower: boolean; numbers: boolean; special: boolean };
};

/** The least that generated passwords must be. Null where no organization asks. */
export function generatorFloors(policies: readonly BindingPolicy[]): GeneratorFloors | null {
  const found = policiesOf(policies, "password_generator").map(({ data }) => data);
  if (found.length === 0) return null;
  const minNumbers = highest(found.map((data) => data.minNumbers)) ?? 0;
  const minSpecial = highest(found.map((data) => data.minSpecial)) ?? 0;
  return {
    minLength: highest(found.map((data) => data.minLength)) ?? 0,
    minNumbers,
    minSpecial,
    needs: {
      upper: found.some((data) => data.useUpper),
      lower: found.some((data) => data.useLower),
      numbers: minNumbers > 0 || found.some((data) => data.useNumbers),
      special: minSpecial > 0 || found.some((data) => data.useSpecial),
    },
  };
}

export type PassphraseFloors = { minWords: number; capitalize: boolean; includeNumber: boolean };

/** The least that generated passphrases must be. Null where no organization asks. */
export function passphraseFloors(policies: readonly BindingPolicy[]): PassphraseFloors | null {
  const found = policiesOf(policies, "password_generator").map(({ data }) => data);
  if (found.length === 0) return null;
  return {
    minWords: highest(found.map((data) => data.minNumberWords)) ?? 0,
    capitalize: found.some((data) => data.capitalize),
    includeNumber: found.some((data) => data.includeNumber),
  };
}

/** The kind that generators begin with where an organization says so: of two, the password. */
export function generatedKind(policies: readonly BindingPolicy[]): "password" | "passphrase" | null {
  const kinds = policiesOf(policies, "password_generator").map(({ data }) => data.overridePasswordType);
  return kinds.includes("password") ? "password" : kinds.includes("passphrase") ? "passphrase" : null;
}

export type TimeoutLimit = {
  /** How long the vault may stay open without a touch. 0 is at once; null is without a limit. */
  minutes: number | null;
  /** What happens then: null leaves the choice to the person. */
  action: "lock" | "logOut" | null;
};

/**
 * The shortest time that an organization allows, and logging out before locking. A browser knows no lock of the system
 * and no restart of an app, so for it these kinds set no time.
 */
export function timeoutLimit(policies: readonly BindingPolicy[]): TimeoutLimit | null {
  const found = policiesOf(policies, "vault_timeout").map(({ data }) => data);
  if (found.length === 0) return null;
  const times = found.flatMap(({ type, minutes }) =>
    type === "custom" ? [minutes] : type === "immediately" ? [0] : [],
  );
  const actions = found.map(({ action }) => action);
  return {
    minutes: times.length > 0 ? Math.min(...times) : null,
    action: actions.includes("logOut") ? "logOut" : actions.includes("lock") ? "lock" : null,
  };
}

/** Kinds of items that may not be made, with the organizations that say so. */
export function restrictedTypes(policies: readonly BindingPolicy[]): Map<ItemType, string[]> {
  const restricted = new Map<ItemType, string[]>();
  for (const { data, organization } of policiesOf(policies, "restricted_item_types"))
    for (const type of itemTypes)
      if (data.includes(itemNumbers[type]))
        restricted.set(type, [...(restricted.get(type) ?? []), organization]);
  return restricted;
}

/** The organization that allows its members no other; null where none binds them so. */
export const boundToOne = (policies: readonly BindingPolicy[]): string | null =>
  policiesOf(policies, "single_organization")[0]?.organization ?? null;

/** The organizations that keep their members from having items of their own. */
export const ownershipTakenBy = (policies: readonly BindingPolicy[]): string[] =>
  policiesOf(policies, "data_ownership").map(({ organization }) => organization);
