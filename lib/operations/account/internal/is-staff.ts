import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import type { UserId } from "@/lib/domain/ids";

/** Whether somebody has a place in the team of a provider, confirmed or not. */
export const isStaff = async (tx: Tx, userId: UserId): Promise<boolean> =>
  (await tx.$count(providerMembers, eq(providerMembers.userId, userId))) > 0;
