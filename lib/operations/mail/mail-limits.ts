import "server-only";
import type { Limit } from "@/lib/operations/limits";

const mailsPerHour = 20;

/** For commands that send mail: at most twenty an hour to one address, whoever sends them and why. */
export const mailLimits = (addresses: readonly string[]): Limit[] =>
  addresses.map((whom) => ({ what: "mail_to", whom, points: mailsPerHour, seconds: 3600 }));
