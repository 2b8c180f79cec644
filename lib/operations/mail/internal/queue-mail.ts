import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { JobId } from "@/lib/domain/ids";
import { enqueue, type NewJob } from "@/lib/jobs/enqueue";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { type MailPayload, sealMail } from "@/lib/mail/sealed-mail";

/** To whom: one address, exactly as stored, and the language they read. Without one, the mail speaks both. */
export type Recipient = { email: string; locale: MailLocale | null };

/** One mail and whom it goes to. */
export type AddressedMail = { to: Recipient; mail: Mail };

/** Writes a mail as a job, in the transaction of what it tells of. It leaves after the commit or never. */
export const queueMail = (tx: Tx, to: Recipient, mail: Mail, now: Date): Promise<void> =>
  queueMails(tx, [{ to, mail }], now);

/** Writes mails, a job each, in one statement. */
export const queueMails = (tx: Tx, mails: AddressedMail[], now: Date): Promise<void> =>
  enqueue(tx, mails.map(jobOf), now);

function jobOf({ to: { email, locale }, mail }: AddressedMail): NewJob {
  const id = JobId.parse(randomUUID());
  const sealed = sealMail({ id, recipient: email }, { mail, locale });
  return { id, kind: "mail", payload: { mail: mail.kind, recipient: email, sealed } satisfies MailPayload };
}
