import { and, asc, eq, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { jobs } from "@/db/schema/jobs";
import { MailPayload, openMail } from "@/lib/mail/sealed-mail";

/** The mails that wait for an address, oldest first, read before they leave. */
export async function mailsWaitingFor(db: Database | Tx, recipient: string) {
  const waiting = await db
    .select({ id: jobs.id, payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.kind, "mail"), sql`${jobs.payload} ->> 'recipient' = ${recipient}`))
    // Of those that one transaction has queued within a millisecond, the later statement is the later mail.
    .orderBy(asc(jobs.createdAt), sql`cmin::text::bigint`);
  return waiting.map(
    ({ id, payload }) => openMail({ id, recipient }, MailPayload.parse(payload).sealed).mail,
  );
}

/** The token of the link in the latest mail to somebody. */
export async function tokenMailedTo(db: Database | Tx, email: string): Promise<string> {
  const latest = (await mailsWaitingFor(db, email)).at(-1);
  if (!latest) throw new Error(`There is no mail to ${email}.`);
  if (!("link" in latest)) throw new Error(`The latest mail to ${email} has no link.`);
  return tokenOf(latest.link);
}

/** The last part of a link's path. */
export const tokenOf = (link: string): string => new URL(link).pathname.split("/").at(-1) ?? "";
