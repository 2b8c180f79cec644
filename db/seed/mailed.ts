import { desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import type { QueuedMail } from "@/lib/operations/mail/queue-mail";
import { openAtRest } from "@/lib/secrets-at-rest";

/** The token of the link in the latest mail to somebody, read from the outbox before it leaves. */
export async function tokenMailedTo(db: Database, email: string): Promise<string> {
  const [latest] = await db
    .select({ payload: outbox.payload })
    .from(outbox)
    .where(eq(outbox.recipient, email))
    .orderBy(desc(outbox.createdAt))
    .limit(1);
  if (!latest?.payload) throw new Error(`There is no mail to ${email}.`);
  // What `queueMail` sealed.
  const { mail } = JSON.parse(openAtRest(latest.payload)) as QueuedMail;
  if (!("link" in mail)) throw new Error(`The latest mail to ${email} has no link.`);
  return tokenOf(mail.link);
}

/** The last part of a link's path. */
export const tokenOf = (link: string): string => new URL(link).pathname.split("/").at(-1) ?? "";
