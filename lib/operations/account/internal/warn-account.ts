import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { UserId } from "@/lib/domain/ids";
import type { Mail } from "@/lib/mail/mails";
import { warnHolder } from "@/lib/operations/mail/internal/tell";

/** Tells the holder of an account, at its address and in its language, what was done to its log-in. */
export async function warnAccount(tx: Tx, userId: UserId, mail: Mail, now: Date): Promise<void> {
  const [holder] = await tx
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  if (holder) await warnHolder(tx, holder, mail, now);
}
