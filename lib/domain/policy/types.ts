/** The policies an organization can set for its members, as words, with the number of the wire. Protocol chapter 10.2. */
export const policyNumbers = {
  two_step_login: 0,
  master_password: 1,
  password_generator: 2,
  single_organization: 3,
  require_single_sign_on: 4,
  data_ownership: 5,
  remove_send: 6,
  send_options: 7,
  account_recovery: 8,
  vault_timeout: 9,
  remove_personal_export: 10,
  autofill_on_load: 11,
  automatic_log_in: 12,
  remove_family_sponsorship: 13,
  remove_unlock_with_pin: 14,
  restricted_item_types: 15,
  uri_match: 16,
  autotype: 17,
  automatic_confirmation: 18,
  claimed_domain_accounts: 19,
  vault_banner: 20,
  send_controls: 21,
  fill_assist: 22,
} as const;

export type PolicyType = keyof typeof policyNumbers;
// The table above has exactly these keys, in the order of their numbers.
export const policyTypes = Object.keys(policyNumbers) as [PolicyType, ...PolicyType[]];

/** Under which heading the page lists a policy. */
export const policyGroups = ["data_controls", "authentication", "vault_management", "advanced"] as const;
export type PolicyGroup = (typeof policyGroups)[number];

/** Members whom a policy leaves free for their role: owners and admins, owners alone, or none. */
export type Exempt = "owners_and_admins" | "owners" | "nobody";

export type PolicyFacts = {
  group: PolicyGroup;
  /** The policy that must be on first. */
  requires: PolicyType | null;
  exempt: Exempt;
  /** People of the organization's provider that are its members are bound like the others. */
  bindsProvidersPeople: boolean;
  /**
   * Where it is held: by this server, by this browser client, or by the apps that are told of it. `not_yet` needs
   * single sign-on or claimed domains, so it cannot be turned on.
   */
  heldBy: "server" | "browser" | "apps" | "not_yet";
};

const usual = { requires: null, exempt: "owners_and_admins", bindsProvidersPeople: false } as const;
const needsSingleOrganization = { ...usual, requires: "single_organization" } as const;
const forEveryRole = { ...usual, exempt: "nobody" } as const;

/** What is fixed about each policy. Protocol chapters 10.2 and 10.3. */
export const policyFacts: Record<PolicyType, PolicyFacts> = {
  two_step_login: { ...usual, group: "authentication", heldBy: "server" },
  master_password: { ...forEveryRole, group: "authentication", heldBy: "browser" },
  password_generator: { ...forEveryRole, group: "vault_management", heldBy: "browser" },
  single_organization: { ...usual, group: "data_controls", heldBy: "server" },
  require_single_sign_on: { ...needsSingleOrganization, group: "authentication", heldBy: "not_yet" },
  data_ownership: { ...usual, group: "data_controls", heldBy: "server" },
  remove_send: { ...usual, group: "data_controls", heldBy: "apps" },
  send_options: { ...usual, group: "data_controls", heldBy: "apps" },
  account_recovery: {
    ...needsSingleOrganization,
    exempt: "nobody",
    bindsProvidersPeople: true,
    group: "authentication",
    heldBy: "server",
  },
  vault_timeout: {
    ...needsSingleOrganization,
    exempt: "owners",
    group: "vault_management",
    heldBy: "browser",
  },
  remove_personal_export: { ...usual, group: "data_controls", heldBy: "server" },
  autofill_on_load: { ...needsSingleOrganization, group: "vault_management", heldBy: "apps" },
  automatic_log_in: { ...needsSingleOrganization, group: "authentication", heldBy: "not_yet" },
  remove_family_sponsorship: { ...forEveryRole, group: "advanced", heldBy: "apps" },
  remove_unlock_with_pin: { ...forEveryRole, group: "authentication", heldBy: "apps" },
  restricted_item_types: { ...forEveryRole, group: "data_controls", heldBy: "server" },
  uri_match: { ...needsSingleOrganization, group: "vault_management", heldBy: "apps" },
  autotype: { ...usual, group: "vault_management", heldBy: "apps" },
  automatic_confirmation: {
    ...needsSingleOrganization,
    exempt: "nobody",
    bindsProvidersPeople: true,
    group: "advanced",
    heldBy: "apps",
  },
  claimed_domain_accounts: { ...usual, group: "authentication", heldBy: "not_yet" },
  vault_banner: {
    ...needsSingleOrganization,
    exempt: "nobody",
    group: "vault_management",
    heldBy: "browser",
  },
  send_controls: { ...usual, group: "data_controls", heldBy: "apps" },
  fill_assist: { ...usual, group: "advanced", heldBy: "apps" },
};
