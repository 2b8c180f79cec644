import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import type { Quota } from "@/lib/operations/limits";
import { mailQuota } from "@/lib/operations/mail/internal/mail-limits";

/** What goes to the mailbox of whoever acts counts as every other letter to it does. */
export async function ownMailQuota({ tx, actor }: { tx: Tx; actor: Actor }): Promise<Quota[]> {
  const userId = userIdOf(actor);
  if (!userId) return [];
  const own = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return mailQuota(own.map(({ email }) => email));
}
