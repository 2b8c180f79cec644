import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Recipient } from "@/lib/operations/mail/internal/queue-mail";

/** An address as a recipient, in the language of its account where it has one. */
export async function recipientAt(tx: Tx, email: string): Promise<Recipient> {
  const [recipient] = await recipientsAt(tx, [email]);
  return recipient ?? { email, locale: null };
}

/**
 * Addresses as recipients, in their order. One statement.
 *
 * @param otherwise the language of whom no account has chosen one for.
 */
export async function recipientsAt(
  tx: Tx,
  emails: string[],
  otherwise: Recipient["locale"] = null,
): Promise<Recipient[]> {
  if (emails.length === 0) return [];
  const accounts = await tx
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(inArray(users.email, emails));
  const locales = new Map(accounts.map(({ email, locale }) => [email, locale]));
  return emails.map((email) => ({ email, locale: locales.get(email) ?? otherwise }));
}
