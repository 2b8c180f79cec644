import type { TokenPurpose } from "@/lib/domain/token";

/** The page on which a link is acted on. */
const pages = {
  instance_set_up: "/setup",
  administrator: "/register",
  registration: "/register",
  provider_set_up: "/providers/setup",
  provider_member: "/join",
  provider_deletion: "/providers/delete",
  organization_member: "/join",
  email_verification: "/verify-email",
} as const satisfies Record<TokenPurpose, string>;

export const pageOf = (purpose: TokenPurpose) => pages[purpose];

/** Why a link leads no further. `busy`: too many were tried from one address. */
export const deadLinks = ["unknown", "used", "expired", "replaced", "busy"] as const;
export type DeadLink = (typeof deadLinks)[number];

/** The page that says why, and what to do; it differs with what the link was for. */
export const deadLinkPage = (state: DeadLink, purpose: TokenPurpose | null) =>
  purpose ? `/link/${state}?for=${purpose}` : `/link/${state}`;
