import "server-only";
import type { MailId } from "@/lib/domain/ids";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { openAtRest, sealAtRest } from "@/lib/secrets-at-rest";

/** What an outbox row's payload holds, sealed. */
export type QueuedMail = { mail: Mail; locale: MailLocale | null };

/** The row of the outbox and whom it goes to: whoever may write to the table cannot send a link to another. */
type Row = { id: MailId; recipient: string };

const placeOf = ({ id, recipient }: Row) => ["outbox", id, recipient];

export const sealMail = (row: Row, queued: QueuedMail): string =>
  sealAtRest(JSON.stringify(queued), placeOf(row));

/** @throws {Error} when the payload was sealed for another row or recipient, or under another secret. */
export const openMail = (row: Row, payload: string): QueuedMail =>
  // What `sealMail` sealed, with a key that nobody else holds.
  JSON.parse(openAtRest(payload, placeOf(row))) as QueuedMail;
