/** What an organization can do, as words. The organization's row keeps its own list; enforcement reads that. */
export const features = [
  "groups",
  "directory",
  "events",
  "two_factor",
  "api",
  "totp",
  "users_get_premium",
  "scim",
  "self_host",
  "policies",
  "sso",
  "domains",
  "key_connector",
  "account_recovery",
  "custom_permissions",
  "my_items",
  "invite_links",
  "risk_insights",
] as const;
export type Feature = (typeof features)[number];

export const plans = ["teams_monthly", "enterprise_monthly"] as const;
export type Plan = (typeof plans)[number];

/** What a plan is called, however it is paid. */
export type Tier = "teams" | "enterprise";

const teams: Feature[] = [
  "groups",
  "directory",
  "events",
  "two_factor",
  "api",
  "totp",
  "users_get_premium",
  "scim",
];

/** Plans a provider can give a client, with the number of the wire and what they include. Protocol chapter 8.1. */
export const planFacts: Record<Plan, { number: number; tier: Tier; features: readonly Feature[] }> = {
  teams_monthly: { number: 17, tier: "teams", features: teams },
  enterprise_monthly: { number: 19, tier: "enterprise", features },
};
