/** What a one-time link is for. */
export const tokenPurposes = [
  "instance_set_up",
  "administrator",
  "registration",
  "provider_set_up",
  "provider_member",
  "provider_deletion",
  "organization_member",
  "email_verification",
] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

const untilUsed = 10 * 365 * 24;

/** How long each link works, in hours. That of first-time set-up lives until there is an administrator. */
export const tokenHours: Record<TokenPurpose, number> = {
  instance_set_up: untilUsed,
  administrator: 120,
  registration: 24,
  provider_set_up: 120,
  provider_member: 120,
  provider_deletion: 1,
  organization_member: 120,
  email_verification: 24,
};

const dayInMilliseconds = 86_400_000;

/** Whether a link has stopped working that was sent at a moment, and if not, how many days it still does, rounded up. */
export function lifeOfLink(purpose: TokenPurpose, sentAt: Date, now: Date) {
  const left = Number(sentAt) + tokenHours[purpose] * 3_600_000 - Number(now);
  return { isExpired: left <= 0, daysLeft: Math.max(0, Math.ceil(left / dayInMilliseconds)) };
}

type TokenState = { usedAt: Date | null; replacedAt: Date | null; expiresAt: Date };

/** Whether a link still works at `now`, and if not, why. */
export function judgeToken(
  token: TokenState | null,
  now: Date,
): "good" | "unknown" | "used" | "replaced" | "expired" {
  if (!token) return "unknown";
  if (token.usedAt) return "used";
  if (token.replacedAt) return "replaced";
  return token.expiresAt <= now ? "expired" : "good";
}
