import "server-only";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/** The providers whose team the actor is in, also if they still wait to be confirmed. */
export const listOwnProviders = defineQuery({
  name: "provider.list_own",
  input: z.object({}),
  access: signedIn,
  read: ({ tx, actor }) =>
    tx
      .select({
        id: providers.id,
        name: sql<string>`coalesce(${providers.name}, '')`,
        role: providerMembers.role,
        status: providerMembers.status,
        accessEndsAt: providerMembers.accessEndsAt,
        accessEnded: hasAccessEnded,
      })
      .from(providerMembers)
      .innerJoin(providers, eq(providers.id, providerMembers.providerId))
      .where(and(eq(providerMembers.userId, personOf(actor)), ne(providers.status, "pending")))
      .orderBy(asc(providers.name), asc(providers.id)),
});
