import { desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { openMail } from "@/lib/operations/mail/sealed-mail";

/** The token of the link in the latest mail to somebody, read from the outbox before it leaves. */
export async function tokenMailedTo(db: Database, email: string): Promise<string> {
  const [latest] = await db
    .select({ id: outbox.id, payload: outbox.payload })
    .from(outbox)
    .where(eq(outbox.recipient, email))
    .orderBy(desc(outbox.createdAt))
    .limit(1);
  if (!latest?.payload) throw new Error(`There is no mail to ${email}.`);
  const { mail } = openMail({ id: latest.id, recipient: email }, latest.payload);
  if (!("link" in mail)) throw new Error(`The latest mail to ${email} has no link.`);
  return tokenOf(mail.link);
}

/** The last part of a link's path. */
export const tokenOf = (link: string): string => new URL(link).pathname.split("/").at(-1) ?? "";
