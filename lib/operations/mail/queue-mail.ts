import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { MailId } from "@/lib/domain/ids";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { sealMail } from "@/lib/operations/mail/sealed-mail";

/** To whom: one address, exactly as stored, and the language they read. Without one, the mail speaks both. */
export type Recipient = { email: string; locale: MailLocale | null };

/** Writes a mail into the outbox, in the transaction of what it tells of. It leaves after the commit or never. */
export async function queueMail(tx: Tx, { email, locale }: Recipient, mail: Mail, now: Date): Promise<void> {
  const id = MailId.parse(randomUUID());
  await tx.insert(outbox).values({
    id,
    kind: mail.kind,
    recipient: email,
    payload: sealMail({ id, recipient: email }, { mail, locale }),
    createdAt: now,
    runAt: now,
  });
}
