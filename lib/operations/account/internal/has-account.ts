import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";

export const hasAccount = async (tx: Tx, email: string): Promise<boolean> =>
  (await tx.$count(users, eq(users.email, email))) > 0;
