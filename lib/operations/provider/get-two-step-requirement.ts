import "server-only";
import { and, asc, eq, isNotNull, not, sql } from "drizzle-orm";
import { z } from "zod";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { ProviderId } from "@/lib/domain/ids";
import { personOf } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { hasOwnStep } from "@/lib/operations/own-step";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** How many people are named. */
const named = 20;

/** Whether the provider's people need a second step, and who of them has none: some by name, and how many they are. */
export const getTwoStepRequirement = defineQuery({
  name: "provider.get_two_step_requirement",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.read_settings,
  async read({ tx, actor, input: { providerId } }) {
    const [provider] = await tx
      .select({ required: providers.requiresTwoStep })
      .from(providers)
      .where(eq(providers.id, providerId));
    if (!provider) throw new NotFound();
    const lacking = await tx
      .select({
        id: users.id,
        shown: sql<string>`coalesce(nullif(${users.name}, ''), ${users.email})`,
        count: sql<number>`(count(*) over ())::int`,
      })
      .from(providerMembers)
      .innerJoin(users, eq(users.id, providerMembers.userId))
      .where(
        and(
          eq(providerMembers.providerId, providerId),
          isNotNull(providerMembers.userId),
          not(hasOwnStep(users.id)),
        ),
      )
      .orderBy(asc(providerMembers.sortName), asc(providerMembers.id))
      .limit(named);
    return {
      required: provider.required,
      lacking: lacking.map(({ shown }) => shown),
      lackingCount: lacking[0]?.count ?? 0,
      youLack: (await tx.$count(users, and(eq(users.id, personOf(actor)), not(hasOwnStep(users.id))))) > 0,
    };
  },
});

export type TwoStepRequirement = Awaited<ReturnType<typeof getTwoStepRequirement.read>>;
