import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { UserId } from "@/lib/domain/ids";

/** Tells accounts that what they sync has changed. Protocol chapter 5.2. */
export async function touchAccounts(tx: Tx, userIds: UserId[], now: Date): Promise<void> {
  if (userIds.length > 0)
    await tx.update(users).set({ accountRevisedAt: now }).where(inArray(users.id, userIds));
}
