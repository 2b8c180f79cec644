import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Limit } from "@/lib/operations/limits";

const toOneAddress = 20;
const byOneAccount = 200;
const hour = 3600;

/**
 * For commands that send mail: within an hour, at most twenty letters to one address, whoever sends them and
 * why, and at most two hundred such acts by one account.
 */
export const mailLimits = (addresses: readonly string[], actor: Actor): Limit[] => [
  ...addresses.map((whom) => ({ what: "mail_to", whom, points: toOneAddress, seconds: hour })),
  ...(actor.kind === "user"
    ? [{ what: "mail_by", whom: actor.userId, points: byOneAccount, seconds: hour }]
    : []),
];
