import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";

/** Whether anybody administers the instance. */
export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const [somebody] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.instanceRole, "administrator"))
    .limit(1);
  return somebody !== undefined;
}
