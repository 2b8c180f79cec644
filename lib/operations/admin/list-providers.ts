import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { pageOnly } from "@/lib/domain/list-view";
import type { Plan } from "@/lib/domain/organization/plans";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineKeyset } from "@/lib/operations/keyset";
import { defineQuery } from "@/lib/operations/query";

const all = defineKeyset("providers", { age: [providers.createdAt, providers.id] });

/** Providers, newest invitation first: who they are, and counts. Nothing of their clients. */
export const listProviders = defineQuery({
  name: "admin.list_providers",
  input: z.object(pageOnly()),
  access: instanceAdministrators,
  async read({ tx, input: { cursor } }) {
    const { where, orderBy, limit, place, cut } = all.page({ sort: "age", direction: "descending", cursor });
    const seats = sql`from ${providerPlans} as seats where seats.provider_id = ${providers}.id`;
    const { rows, next } = cut(
      await tx
        .select({
          id: providers.id,
          name: providers.name,
          ownerEmail: providers.ownerEmail,
          status: providers.status,
          state: providers.state,
          invitedAt: providers.createdAt,
          setUpAt: providers.setUpAt,
          discountPercent: providers.discountPercent,
          clients: sql<number>`(select coalesce(sum(seats.clients), 0)::int ${seats})`,
          minimums: sql<
            Record<Plan, number>
          >`(select coalesce(json_object_agg(seats.plan, seats.seat_minimum), '{}') ${seats})`,
          place,
        })
        .from(providers)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { providers: rows, next };
  },
});
