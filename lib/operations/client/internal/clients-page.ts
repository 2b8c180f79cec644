import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { ProviderId } from "@/lib/domain/ids";
import { defineKeyset, holding } from "@/lib/operations/keyset";

/** Each order has an index that begins with the provider. */
export const clients = defineKeyset("clients", {
  name: [organizations.sortName, organizations.id],
  assigned: [organizations.seats, organizations.id],
  used: [organizations.usedSeats, organizations.id],
  remaining: [organizations.remainingSeats, organizations.id],
  plan: [organizations.plan, organizations.id],
});

/** One page of a provider's clients, to be joined. */
export const clientsPage = (
  tx: Tx,
  providerId: ProviderId,
  search: string,
  { where, orderBy, limit, place, position }: ReturnType<typeof clients.page>,
) =>
  tx
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
