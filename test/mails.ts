import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { jobs } from "@/db/schema/jobs";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderMemberId } from "@/lib/domain/ids";
import { MailPayload, openMail } from "@/lib/mail/sealed-mail";

export { mailsWaitingFor as mailsTo, tokenMailedTo } from "@/db/seed/mailed";

/**
 * The order in which a test has written rows: a test is one transaction, and its statements are numbered. Rows lie in
 * the table as there was room, so that a list without an order is now in this one and now in another.
 */
const asWritten = [sql`cmin::text::bigint`, sql`ctid`];

/** Every mail that was queued, as its kind and whom it goes to. */
export async function queuedMails(tx: Tx) {
  const mails = await tx
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(eq(jobs.kind, "mail"))
    .orderBy(...asWritten);
  return mails.map(({ payload }) => {
    const { mail, recipient } = MailPayload.parse(payload);
    return { kind: mail, recipient };
  });
}

/** In which languages the mails that wait for an address are written; null for every language. */
export async function languagesOfMailsTo(tx: Tx, recipient: string) {
  const mails = await tx
    .select({ id: jobs.id, payload: jobs.payload })
    .from(jobs)
    .where(eq(jobs.kind, "mail"));
  return mails.flatMap(({ id, payload }) => {
    const mail = MailPayload.parse(payload);
    return mail.recipient === recipient ? [openMail({ id, recipient }, mail.sealed).locale] : [];
  });
}

/** Everything that happened so far, as types with what they are about. */
export const eventsOf = (tx: Tx) => tx.select().from(events).orderBy(asc(events.at), asc(events.type));

/** A member's row as it is now. */
export async function memberRow(tx: Tx, memberId: ProviderMemberId) {
  const [row] = await tx.select().from(providerMembers).where(eq(providerMembers.id, memberId));
  return row ?? null;
}
