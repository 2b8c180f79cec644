import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/domain/actor";
import { personOf } from "@/lib/operations/account/access";
import type { Quota } from "@/lib/operations/limits";
import { mailQuota } from "@/lib/operations/mail/internal/mail-limits";

/** What goes to the mailbox of whoever acts counts as every other letter to it does. */
export async function ownMailQuota({ tx, actor }: { tx: Tx; actor: Actor }): Promise<Quota[]> {
  const own = await tx
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, personOf(actor)));
  return mailQuota(own.map(({ email }) => email));
}
