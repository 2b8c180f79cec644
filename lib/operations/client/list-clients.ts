import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import type { UserId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { ListClients } from "@/lib/domain/provider/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineKeyset, holding } from "@/lib/operations/keyset";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** Each order has an index that begins with the provider. */
const clients = defineKeyset("clients", {
  name: [organizations.sortName, organizations.id],
  assigned: [organizations.seats, organizations.id],
  used: [organizations.usedSeats, organizations.id],
  remaining: [organizations.remainingSeats, organizations.id],
  plan: [organizations.plan, organizations.id],
});

/** The provider's clients, a page at a time, with the seats of both plans and how far the provider is set up. */
export const listClients = defineQuery({
  name: "client.list",
  input: ListClients,
  access: inProvider.open_portal,
  async read({ tx, actor, input }) {
    const page = clients.page(input);
    const rows = await readPage(tx, personOf(actor), input, page);
    const { rows: shown, next } = page.cut(rows.flatMap(({ client }) => (client ? [client] : [])));
    const [first] = rows;
    return {
      clients: shown,
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
function readPage(
  tx: Tx,
  userId: UserId,
  { providerId, search }: z.output<typeof ListClients>,
  { where, orderBy, limit, place, position }: ReturnType<typeof clients.page>,
) {
  const page = tx
    .select({
      id: organizations.id,
      name: organizations.name,
      plan: organizations.plan,
      state: organizations.state,
      toConfirm: organizations.acceptedMembers,
      /** Nobody has followed the link of their invitation yet: not even the owner. */
      isUnanswered: sql<boolean>`${organizations.members} = ${organizations.invitedMembers}`.as(
        "is_unanswered",
      ),
      assigned: organizations.seats,
      used: organizations.usedSeats,
      remaining: sql<number>`${organizations.remainingSeats}`.as("remaining"),
      place: place.as("place"),
      position: position.as("position"),
    })
    .from(organizations)
    .where(and(eq(organizations.providerId, providerId), holding(search, organizations.sortName), where))
    .orderBy(...orderBy)
    .limit(limit)
    .as("page");

  // The limit keeps the planner from asking these once more for every client of the page.
  const provider = tx
    .select({
      seats: sql<SeatTotal[]>`(select coalesce(json_agg(json_build_object('plan', seats.plan,
        'minimum', seats.seat_minimum, 'assigned', seats.allocated_seats) order by seats.plan desc), '[]')
        from ${providerPlans} as seats where seats.provider_id = ${providerId})`.as("seat_totals"),
      team: providers.members,
      confirmedAdmins: providers.confirmedAdmins,
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
        toConfirm: page.toConfirm,
        isUnanswered: page.isUnanswered,
        assigned: page.assigned,
        used: page.used,
        remaining: page.remaining,
        place: page.place,
      },
    })
    .from(provider)
    .leftJoin(page, sql`true`)
    .orderBy(page.position);
}
