import "server-only";
import { z } from "zod";
import type { JobId } from "@/lib/domain/ids";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { openAtRest, sealAtRest } from "@/lib/secrets-at-rest";

/** What is sealed of a mail that waits. */
export type QueuedMail = { mail: Mail; locale: MailLocale | null };

/** What the job of a mail holds: which mail to whom, and its contents, links included, sealed. */
export const MailPayload = z.object({ mail: z.string(), recipient: z.string(), sealed: z.string() });
export type MailPayload = z.infer<typeof MailPayload>;

/** The job and whom it goes to: whoever may write to the table cannot send a link to another. */
type Waiting = { id: JobId; recipient: string };

// Mails that wait are sealed for this name, so it stays as it is.
const belongingTo = ({ id, recipient }: Waiting) => ["outbox", id, recipient];

export const sealMail = (waiting: Waiting, queued: QueuedMail): string =>
  sealAtRest(JSON.stringify(queued), belongingTo(waiting));

/** @throws {Error} when the text was sealed for another job or recipient, or under another secret. */
export const openMail = (waiting: Waiting, sealed: string): QueuedMail =>
  // What `sealMail` sealed, with a key that nobody else holds.
  JSON.parse(openAtRest(sealed, belongingTo(waiting))) as QueuedMail;
