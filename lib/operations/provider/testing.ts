import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { outbox } from "@/db/schema/outbox";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderMemberId } from "@/lib/domain/ids";
import { openMail } from "@/lib/operations/mail/sealed-mail";

/** The mails queued for an address, oldest first. */
export async function mailsTo(tx: Tx, email: string) {
  const rows = await tx
    .select({ id: outbox.id, payload: outbox.payload })
    .from(outbox)
    .where(eq(outbox.recipient, email))
    .orderBy(asc(outbox.createdAt));
  return rows.map(({ id, payload }) => openMail({ id, recipient: email }, payload ?? "").mail);
}

/** The token in the link of the latest mail to an address. */
export async function tokenMailedTo(tx: Tx, email: string): Promise<string> {
  const mail = (await mailsTo(tx, email)).at(-1);
  if (!mail || !("link" in mail)) throw new Error(`no link was mailed to ${email}`);
  return mail.link.split("/").at(-1) ?? "";
}

/** Everything that happened so far, as types with what they are about. */
export const eventsOf = (tx: Tx) => tx.select().from(events).orderBy(asc(events.at), asc(events.type));

/** A member's row as it is now. */
export async function memberRow(tx: Tx, memberId: ProviderMemberId) {
  const [row] = await tx.select().from(providerMembers).where(eq(providerMembers.id, memberId));
  return row ?? null;
}
