import "server-only";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { QuotaEach } from "@/lib/operations/bulk";
import { Refused } from "@/lib/operations/errors";
import { askerOf, type Quota, type Throttle, withinLimits } from "@/lib/operations/limits";

const toOneAddress = 20;
const byOneAccount = 200;
const hour = 3600;

/**
 * Every command that sends mail has this throttle: within an hour, at most two hundred such acts by one
 * account. The operator is not limited, because they have the instance's secrets and could send any mail
 * without it.
 */
export const mailThrottle = (actor: Actor): Throttle[] =>
  actor.principal.kind === "operator"
    ? []
    : [{ what: "mail_by", by: askerOf(actor), points: byOneAccount, seconds: hour }];

/** Within an hour, at most twenty letters to one mailbox, whoever sends them. */
export const mailQuota = (addresses: readonly string[]): Quota[] =>
  addresses.map((address) => ({
    what: "mail_to",
    about: mailboxOf(address),
    points: toOneAddress,
    seconds: hour,
  }));

/**
 * Beside these, at most twenty that warn the holder of an account. Only the account's own master password causes
 * them, so nobody else can use up their number and keep a warning from arriving.
 */
export const warningQuota = (address: string): Quota[] => [
  { what: "warning_to", about: mailboxOf(address), points: toOneAddress, seconds: hour },
];

/** Letters of what others have asked for, which could use up the number of those above. They have one of their own. */
export const askedQuota = (address: string): Quota[] => [
  { what: "asked_to", about: mailboxOf(address), points: toOneAddress, seconds: hour },
];

/** Letters about what was done without asking first, such as that an organization has a provider now: each kind for itself. */
export const noticeQuota = (address: string, kind: string): Quota[] => [
  { what: "notice_to", about: `${mailboxOf(address)} ${kind}`, points: toOneAddress, seconds: hour },
];

/**
 * The mailbox of an address: at most mail servers, `name+tag@` and `name@` are the same one. At a server where
 * they are two, they share a limit, which does little harm.
 */
const mailboxOf = (address: string): string => address.replace(/\+[^@]*@/, "@");

/** The limit of the letters of a bulk act, where each row gets one at an address of its own. */
export const letterEach = <Fit>(address: (fit: Fit) => string): QuotaEach<Fit> => ({
  of: (fit) => mailQuota([address(fit)]),
  over: "too_many_letters",
});

/** Counts a letter to each address, and answers those that get one. A mailbox that is full holds up no other. */
export const withRoom = (tx: Tx, emails: readonly string[], now: Date): Promise<string[]> =>
  withinLimits(tx, emails, (email) => mailQuota([email]), now);

/** @throws {Refused} `too_many_letters` where the one address of an act gets none. */
export async function assertRoom(tx: Tx, email: string, now: Date): Promise<void> {
  if ((await withRoom(tx, [email], now)).length === 0) throw new Refused("too_many_letters");
}
