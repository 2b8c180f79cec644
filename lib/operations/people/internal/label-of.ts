import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import type { UserId } from "@/lib/domain/ids";

/** How letters and logs name whoever acts on others. An account that is gone has a dash. */
export async function labelOf(tx: Tx, userId: UserId): Promise<string> {
  const [account] = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  return account ? accountLabel(account) : "–";
}
