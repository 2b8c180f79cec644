import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import type { UserId } from "@/lib/domain/ids";
import { ProviderId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import type { Plan } from "@/lib/domain/organization/plans";
import { SearchText } from "@/lib/domain/search";
import { personOf } from "@/lib/operations/account/access";
import { PlaceId, PlaceNumber, PlaceText, readCursor, writeCursor } from "@/lib/operations/cursor";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

const pageSize = 50;

/** What the list can be sorted by; each has an index that begins with the provider. */
const columns = {
  name: organizations.sortName,
  assigned: organizations.seats,
  used: organizations.usedSeats,
  remaining: organizations.remainingSeats,
  plan: organizations.plan,
} as const;

type Column = keyof typeof columns;
const names = Object.keys(columns) as [Column, ...Column[]];

const ListClients = z.object({
  providerId: ProviderId,
  search: SearchText.optional(),
  sort: z.enum(names).default("name"),
  direction: z.enum(["ascending", "descending"]).default("ascending"),
  cursor: z.string().optional(),
});

const listOf = ({ sort, direction }: z.output<typeof ListClients>) => `clients by ${sort}, ${direction}`;

/** What the column holds: a text compared with numbers is an error of the database. */
const placeIn = (column: Column) =>
  z.object({ key: column === "name" || column === "plan" ? PlaceText : PlaceNumber, id: PlaceId });

/** The provider's clients, a page at a time, with the seats of both plans and how far the provider is set up. */
export const listClients = defineQuery({
  name: "client.list",
  input: ListClients,
  access: inProvider.open_portal,
  async read({ tx, actor, input }) {
    const rows = await readPage(tx, personOf(actor), input);
    const found = rows.flatMap(({ client }) => (client ? [client] : []));
    const clients = found.slice(0, pageSize).map(({ key: _, ...client }) => client);
    const last = found[pageSize - 1];
    const next =
      found.length > pageSize && last ? writeCursor(listOf(input), { key: last.key, id: last.id }) : null;
    const [first] = rows;
    return {
      clients,
      next,
      seats: first?.seats ?? [],
      steps: {
        ownOrganization: first?.ownOrganization ?? false,
        secondAdmin: (first?.confirmedAdmins ?? 0) > 1,
        firstClient: first?.firstClient ?? false,
        staffInvited: (first?.team ?? 0) > 1,
      },
    };
  },
});

type SeatTotal = { plan: Plan; minimum: number; assigned: number };

/** One statement, which touches as much of a provider with five thousand clients as of one with fifty. */
function readPage(tx: Tx, userId: UserId, input: z.output<typeof ListClients>) {
  const { providerId, search, sort, direction, cursor } = input;
  const column = columns[sort];
  const after = readCursor(listOf(input), placeIn(sort), cursor);
  const order = direction === "ascending" ? asc : desc;
  const beyond = direction === "ascending" ? sql`>` : sql`<`;
  const page = tx
    .select({
      id: organizations.id,
      name: organizations.name,
      plan: organizations.plan,
      state: organizations.state,
      assigned: organizations.seats,
      used: organizations.usedSeats,
      remaining: sql<number>`${organizations.remainingSeats}`.as("remaining"),
      key: sql<string | number>`${column}`.as("sort_key"),
    })
    .from(organizations)
    .where(
      and(
        eq(organizations.providerId, providerId),
        search ? sql`position(${sortKey(search)} in ${organizations.sortName}) > 0` : undefined,
        after ? sql`(${column}, ${organizations.id}) ${beyond} (${after.key}, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(order(column), order(organizations.id))
    .limit(pageSize + 1)
    .as("page");

  // The limit keeps the planner from asking these once more for every client of the page.
  const provider = tx
    .select({
      seats: sql<SeatTotal[]>`(select coalesce(json_agg(json_build_object('plan', seats.plan,
        'minimum', seats.seat_minimum, 'assigned', seats.allocated_seats) order by seats.plan desc), '[]')
        from ${providerPlans} as seats where seats.provider_id = ${providerId})`.as("seat_totals"),
      team: sql<number>`(select count(*)::int from ${providerMembers} as team where team.provider_id = ${providerId})`.as(
        "team",
      ),
      confirmedAdmins:
        sql<number>`(select count(*)::int from ${providerMembers} as team where team.provider_id = ${providerId}
          and team.status = 'confirmed' and team.role = 'provider_admin')`.as("confirmed_admins"),
      firstClient:
        sql<boolean>`exists (select 1 from ${organizations} as client where client.provider_id = ${providerId})`.as(
          "first_client",
        ),
      ownOrganization: sql<boolean>`exists (select 1 from ${organizationMembers} as own
        join ${organizations} as home on home.id = own.organization_id
        where own.user_id = ${userId} and own.status = 'confirmed' and home.provider_id is null)`.as(
        "own_organization",
      ),
    })
    .from(providers)
    .where(eq(providers.id, providerId))
    .limit(1)
    .as("provider");

  return tx
    .select({
      seats: provider.seats,
      team: provider.team,
      confirmedAdmins: provider.confirmedAdmins,
      firstClient: provider.firstClient,
      ownOrganization: provider.ownOrganization,
      client: {
        id: page.id,
        name: page.name,
        plan: page.plan,
        state: page.state,
        assigned: page.assigned,
        used: page.used,
        remaining: page.remaining,
        key: page.key,
      },
    })
    .from(provider)
    .leftJoin(page, sql`true`)
    .orderBy(order(page.key), order(page.id));
}
