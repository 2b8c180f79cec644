import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import type { Plan } from "@/lib/domain/organization/plans";
import { ListProviders } from "@/lib/domain/provider/inputs";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineKeyset, holding } from "@/lib/operations/keyset";
import { defineQuery } from "@/lib/operations/query";

const all = defineKeyset("providers", {
  age: [providers.createdAt, providers.id],
  name: [providers.sortName, providers.id],
});

const filters = {
  pending: eq(providers.status, "pending"),
  suspended: eq(providers.state, "suspended"),
} satisfies Record<NonNullable<z.output<typeof ListProviders>["status"]>, SQL>;

/** The providers of the instance: who they are, their terms, and counts. Nothing of their clients. */
export const listProviders = defineQuery({
  name: "admin.list_providers",
  input: ListProviders,
  access: instanceAdministrators,
  async read({ tx, input: { search, status, ...view } }) {
    const { where, orderBy, limit, place, cut } = all.page(view);
    const seats = sql`from ${providerPlans} as seats where seats.provider_id = ${providers}.id`;
    const byPlan = (column: string) =>
      sql<
        Record<Plan, number>
      >`(select coalesce(json_object_agg(seats.plan, seats.${sql.raw(column)}), '{}') ${seats})`;
    const { rows, next } = cut(
      await tx
        .select({
          id: providers.id,
          name: providers.name,
          ownerEmail: providers.ownerEmail,
          status: providers.status,
          state: providers.state,
          suspendedAt: providers.suspendedAt,
          suspensionReason: providers.suspensionReason,
          invitedAt: providers.createdAt,
          setUpAt: providers.setUpAt,
          discountPercent: providers.discountPercent,
          members: providers.members,
          clients: sql<number>`(select coalesce(sum(seats.clients), 0)::int ${seats})`,
          minimums: byPlan("seat_minimum"),
          assigned: byPlan("allocated_seats"),
          place,
        })
        .from(providers)
        .where(
          and(
            where,
            status ? filters[status] : undefined,
            holding(search, providers.sortName, providers.ownerEmail),
          ),
        )
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { providers: rows, next };
  },
});
