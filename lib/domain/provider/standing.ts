/**
 * How a client stands: suspended; with a confirmed owner of its own; with one who is on the way; or with none. The
 * database works it out for each client (db/schema/organizations.ts).
 */
export const clientStandings = ["active", "onboarding", "ownerless", "suspended"] as const;
export type ClientStanding = (typeof clientStandings)[number];

/** What is to be done about a client before anything else: find an owner, get the invited one in, or give seats. */
export type ClientNeed = "ownerless" | "onboarding" | "full";

export const needsOf = ({
  standing,
  remaining,
}: {
  standing: ClientStanding;
  remaining: number;
}): ClientNeed[] => [
  ...(standing === "ownerless" || standing === "onboarding" ? [standing] : []),
  ...(remaining <= 0 ? ["full" as const] : []),
];

/** How a client stands in one word each: lists and files say the same. That no seat is left says that it is active too. */
export function shownStanding({
  standing,
  remaining,
}: {
  standing: ClientStanding;
  remaining: number;
}): (ClientStanding | "full")[] {
  if (remaining > 0 || standing === "suspended") return [standing];
  return standing === "active" ? ["full"] : [standing, "full"];
}
