import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { MailId } from "@/lib/domain/ids";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { sealMail } from "@/lib/operations/mail/sealed-mail";

/** To whom: one address, exactly as stored, and the language they read. Without one, the mail speaks both. */
export type Recipient = { email: string; locale: MailLocale | null };

/** One mail and whom it goes to. */
export type AddressedMail = { to: Recipient; mail: Mail };

/** Writes a mail into the outbox, in the transaction of what it tells of. It leaves after the commit or never. */
export const queueMail = (tx: Tx, to: Recipient, mail: Mail, now: Date): Promise<void> =>
  queueMails(tx, [{ to, mail }], now);

/** Writes mails into the outbox, one row each, in one statement. */
export async function queueMails(tx: Tx, mails: AddressedMail[], now: Date): Promise<void> {
  if (mails.length > 0) await tx.insert(outbox).values(mails.map((addressed) => rowOf(addressed, now)));
}

function rowOf({ to: { email, locale }, mail }: AddressedMail, now: Date): typeof outbox.$inferInsert {
  const id = MailId.parse(randomUUID());
  return {
    id,
    kind: mail.kind,
    recipient: email,
    payload: sealMail({ id, recipient: email }, { mail, locale }),
    createdAt: now,
    runAt: now,
  };
}
