import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { clientTags } from "@/db/schema/client-tags";
import { awaited, organizations, unsettled } from "@/db/schema/organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import type { ListClients } from "@/lib/domain/provider/inputs";
import { defineKeyset, holding } from "@/lib/operations/keyset";

type Asked = Omit<z.output<typeof ListClients>, "cursor"> & {
  /** Of all clients, only these. */
  only?: readonly OrganizationId[] | undefined;
};
type Place = ReturnType<typeof clients.page>;

/** Each order has an index that begins with the provider, and one for each filter. */
const clients = defineKeyset("clients", {
  name: [organizations.sortName, organizations.id],
  assigned: [organizations.seats, organizations.id],
  used: [organizations.usedSeats, organizations.id],
  remaining: [organizations.remainingSeats, organizations.id],
  plan: [organizations.plan, organizations.sortName, organizations.id],
});

/** The same orders of the clients that have one tag: an index that begins with the provider and the tag. */
const tagged = defineKeyset("tagged clients", {
  name: [clientTags.sortName, clientTags.organizationId],
  assigned: [clientTags.seats, clientTags.organizationId],
  used: [clientTags.usedSeats, clientTags.organizationId],
  remaining: [clientTags.remainingSeats, clientTags.organizationId],
  plan: [clientTags.plan, clientTags.sortName, clientTags.organizationId],
});

/** What the indexes of the filters hold, word for word: a parameter in its place would hide them from the planner. */
const filters = {
  attention: unsettled,
  confirm: awaited,
  onboarding: sql`standing = 'onboarding'`,
  suspended: sql`standing = 'suspended'`,
} satisfies Record<NonNullable<Asked["status"]>, SQL>;

/** The keyset of a list of clients: of all, or of those that have a tag. */
export const keysetOf = ({ tag }: Pick<Asked, "tag">) => (tag ? tagged : clients);

/** What a list shows of each client, as it stands in the indexes. */
const listedColumns = (of: typeof organizations | typeof clientTags) => ({
  name: of.name,
  plan: of.plan,
  standing: of.standing,
  tags: of.tags,
  toConfirm: of.acceptedMembers,
  assigned: of.seats,
  used: of.usedSeats,
  remaining: sql<number>`${of.remainingSeats}`.as("remaining"),
});

/** One page of a provider's clients, to be joined. */
export function clientsPage(
  tx: Tx,
  { providerId, search, status, tag, only }: Asked,
  {
    where,
    orderBy,
    limit,
    place,
    position,
  }: Pick<Place, "where" | "orderBy" | "limit" | "place" | "position">,
) {
  const at = { place: place.as("place"), position: position.as("position") };
  const filter = status ? filters[status] : undefined;
  if (tag)
    return tx
      .select({
        id: sql<typeof organizations.$inferSelect.id>`${clientTags.organizationId}`.as("id"),
        ...listedColumns(clientTags),
        ...at,
      })
      .from(clientTags)
      .where(
        and(
          eq(clientTags.providerId, providerId),
          eq(clientTags.tagId, tag),
          filter,
          holding(search, clientTags.sortName),
          where,
        ),
      )
      .orderBy(...orderBy)
      .limit(limit)
      .as("page");
  return tx
    .select({
      id: sql<typeof organizations.$inferSelect.id>`${organizations.id}`.as("id"),
      ...listedColumns(organizations),
      ...at,
    })
    .from(organizations)
    .where(
      and(
        eq(organizations.providerId, providerId),
        only && inArray(organizations.id, [...only]),
        filter,
        holding(search, organizations.sortName),
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
    .as("page");
}
