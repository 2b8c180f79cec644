/**
 * How a client stands: suspended; with a confirmed owner of its own; with one who is on the way; or with none. The
 * database works it out for each client (db/schema/organizations.ts).
 */
export const clientStandings = ["active", "onboarding", "ownerless", "suspended"] as const;
export type ClientStanding = (typeof clientStandings)[number];
