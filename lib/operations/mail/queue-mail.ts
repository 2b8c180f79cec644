import "server-only";
import type { Tx } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { sealAtRest } from "@/lib/secrets-at-rest";

/** To whom: one address, exactly as stored, and the language they read. Without one, the mail speaks both. */
export type Recipient = { email: string; locale: MailLocale | null };

/** What an outbox row's payload holds, sealed. */
export type QueuedMail = { mail: Mail; locale: MailLocale | null };

/** Writes a mail into the outbox, in the transaction of what it tells of. It leaves after the commit or never. */
export async function queueMail(tx: Tx, { email, locale }: Recipient, mail: Mail, now: Date): Promise<void> {
  const payload: QueuedMail = { mail, locale };
  await tx.insert(outbox).values({
    kind: mail.kind,
    recipient: email,
    payload: sealAtRest(JSON.stringify(payload)),
    createdAt: now,
    runAt: now,
  });
}
