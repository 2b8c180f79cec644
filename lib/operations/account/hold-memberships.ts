import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import type { UserId } from "@/lib/domain/ids";

/**
 * Locks an account's places in teams and organizations, before the account: others who change a place lock it before
 * the account too, and a change of the account's name writes to both.
 */
export async function holdMemberships(tx: Tx, userId: UserId): Promise<void> {
  await tx
    .select({ id: providerMembers.id })
    .from(providerMembers)
    .where(eq(providerMembers.userId, userId))
    .orderBy(providerMembers.id)
    .for("no key update");
  await tx
    .select({ id: organizationMembers.id })
    .from(organizationMembers)
    .where(eq(organizationMembers.userId, userId))
    .orderBy(organizationMembers.id)
    .for("no key update");
}
