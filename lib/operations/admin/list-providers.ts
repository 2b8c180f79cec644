import "server-only";
import { desc, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import type { Plan } from "@/lib/domain/organization/plans";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { PlaceId, PlaceMoment, readCursor, writeCursor } from "@/lib/operations/cursor";
import { defineQuery } from "@/lib/operations/query";

const pageSize = 50;
const Place = z.object({ at: PlaceMoment, id: PlaceId });

/** Providers, newest invitation first: who they are, and counts. Nothing of their clients. */
export const listProviders = defineQuery({
  name: "admin.list_providers",
  input: z.object({ cursor: z.string().optional() }),
  access: instanceAdministrators,
  async read({ tx, input }) {
    const after = readCursor("providers", Place, input.cursor);
    const rows = await tx
      .select({
        id: providers.id,
        name: providers.name,
        ownerEmail: providers.ownerEmail,
        status: providers.status,
        state: providers.state,
        invitedAt: providers.createdAt,
        setUpAt: providers.setUpAt,
        clients: sql<number>`(select count(*)::int from ${organizations} as client where client.provider_id = ${providers}.id)`,
        minimums: sql<
          Record<Plan, number>
        >`(select coalesce(json_object_agg(seats.plan, seats.seat_minimum), '{}') from ${providerPlans} as seats where seats.provider_id = ${providers}.id)`,
      })
      .from(providers)
      .where(
        after
          ? sql`(${providers.createdAt}, ${providers.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
          : undefined,
      )
      .orderBy(desc(providers.createdAt), desc(providers.id))
      .limit(pageSize + 1);

    const list = rows.slice(0, pageSize);
    const last = list.at(-1);
    const next =
      rows.length > pageSize && last
        ? writeCursor("providers", { at: last.invitedAt.toISOString(), id: last.id })
        : null;
    return { providers: list, next };
  },
});
