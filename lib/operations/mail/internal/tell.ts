import "server-only";
import type { Tx } from "@/db/client";
import type { Mail } from "@/lib/mail/mails";
import { count, withinLimits } from "@/lib/operations/limits";
import { askedQuota, mailQuota, noticeQuota, warningQuota } from "@/lib/operations/mail/internal/mail-limits";
import {
  type AddressedMail,
  queueMail,
  queueMails,
  type Recipient,
} from "@/lib/operations/mail/internal/queue-mail";

/**
 * Queues a letter that tells somebody what was done to them, unless their mailbox has had too many letters. The
 * act is done in any case: somebody who floods a mailbox must not prevent that its owner is removed.
 */
export async function tell(tx: Tx, to: Recipient, mail: Mail, now: Date): Promise<void> {
  if ((await count(tx, mailQuota([to.email]), now)) === null) await queueMail(tx, to, mail, now);
}

/** The same for what the holder of an account has to know of it: other letters do not use up the number of these. */
export async function warnHolder(tx: Tx, to: Recipient, mail: Mail, now: Date): Promise<void> {
  if ((await count(tx, warningQuota(to.email), now)) === null) await queueMail(tx, to, mail, now);
}

/** The same for what somebody else has asked for about an account. It leaves room for the warning of the act itself. */
export async function tellHolder(tx: Tx, to: Recipient, mail: Mail, now: Date): Promise<void> {
  if ((await count(tx, askedQuota(to.email), now)) === null) await queueMail(tx, to, mail, now);
}

/**
 * The same for what people have to know because nobody asks them first. Letters of other kinds do not use up the number
 * of these, so nobody keeps one from arriving by filling the mailbox before.
 */
export async function giveNotice(tx: Tx, letters: readonly AddressedMail[], now: Date): Promise<void> {
  const fitting = await withinLimits(tx, letters, ({ to, mail }) => noticeQuota(to.email, mail.kind), now);
  if (fitting.length > 0) await queueMails(tx, fitting, now);
}

/** The same for several letters, in statements whose number does not depend on theirs. */
export async function tellAll(tx: Tx, letters: readonly AddressedMail[], now: Date): Promise<void> {
  const fitting = await withinLimits(tx, letters, ({ to }) => mailQuota([to.email]), now);
  if (fitting.length > 0) await queueMails(tx, fitting, now);
}
