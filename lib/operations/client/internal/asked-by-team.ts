import "server-only";
import { and, eq, inArray, ne, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { ProviderId } from "@/lib/domain/ids";

/** What people of the team have asked for as members, without an owner's approval: they act for the provider now. */
export const askedByTeam = (tx: Tx, providerId: ProviderId): SQL =>
  inArray(
    accountRecoveries.askedBy,
    tx
      .select({ userId: users.id })
      .from(users)
      .innerJoin(providerMembers, eq(providerMembers.userId, users.id))
      .where(and(eq(providerMembers.providerId, providerId), ne(providerMembers.status, "invited"))),
  );
