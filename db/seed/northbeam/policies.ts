import type { AnyPolicyData } from "@/lib/domain/policy/settings";
import { firstSettings } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";

type Wanted = { type: PolicyType; data?: AnyPolicyData };

const timeout = (minutes: number, action: "lock" | "logOut"): Wanted => ({
  type: "vault_timeout",
  data: { type: "custom", minutes, action },
});

/** What the data calls a policy. Null for one that needs single sign-on. */
const policies: Record<string, Wanted | null> = {
  "single organization": { type: "single_organization" },
  "two-step login": { type: "two_step_login" },
  "require sso": null,
  "master password requirements": { type: "master_password" },
  "account recovery (auto-enrol)": { type: "account_recovery" },
  "vault timeout 1h lock": timeout(60, "lock"),
  "vault timeout 15min lock": timeout(15, "lock"),
  "vault timeout 5min log out": timeout(5, "logOut"),
  "remove individual export": { type: "remove_personal_export" },
  "organization data ownership": { type: "data_ownership" },
  "restricted item types: card": { type: "restricted_item_types" },
  "remove unlock with PIN": { type: "remove_unlock_with_pin" },
  "send controls: specific people": {
    type: "send_controls",
    data: { ...firstSettings.send_controls, whoCanAccess: 2 },
  },
};

/** The policies that are meant by these words, of those that can be turned on. */
export const policiesNamed = (words: readonly string[]): Wanted[] =>
  words.flatMap((word) => {
    const found = policies[word];
    if (found === undefined) throw new Error(`There is no policy ${word}.`);
    return found ?? [];
  });
