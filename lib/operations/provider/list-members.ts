import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { ProviderId } from "@/lib/domain/ids";
import { providerMemberStatuses } from "@/lib/domain/provider/member";
import { SearchText } from "@/lib/domain/search";
import { PlaceId, PlaceText, readCursor, writeCursor } from "@/lib/operations/cursor";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

const pageSize = 50;

export const memberSorts = ["name", "-name", "role", "-role"] as const;

const listOf = (sort: string) => `provider members by ${sort}`;
const Place = z.object({ key: PlaceText, id: PlaceId });

const ListMembers = z.object({
  providerId: ProviderId,
  search: SearchText.optional(),
  status: z.enum(providerMemberStatuses).optional(),
  sort: z.enum(memberSorts).default("name"),
  cursor: z.string().optional(),
});

const email = sql<string>`coalesce(${users.email}, ${providerMembers.email}, '')`;
const shown = sql<string>`lower(coalesce(${users.name}, ${users.email}, ${providerMembers.email}, ''))`;
// "C": the same order in every database, and the one in which the place of a cursor is compared.
const byName = sql`${shown} collate "C"`;
const byRole = sql`(${providerMembers.role} || ' ' || ${shown}) collate "C"`;

/** The provider's team, a page at a time, with how many there are of each status. Keys stay behind. */
export const listProviderMembers = defineQuery({
  name: "provider.list_members",
  input: ListMembers,
  access: inProvider.read_staff,
  async read({ tx, input, standing }) {
    const rows = await readPage(tx, input);
    const counts = {
      all: rows[0]?.all ?? 0,
      invited: rows[0]?.invited ?? 0,
      accepted: rows[0]?.accepted ?? 0,
    };
    const found = rows.flatMap(({ member }) => (member ? [member] : []));
    const members = found.slice(0, pageSize).map(({ key: _, ...member }) => member);
    const last = found[pageSize - 1];
    const next =
      found.length > pageSize && last
        ? writeCursor(listOf(input.sort), { key: last.key, id: last.id })
        : null;
    return { members, counts, next, yourMemberId: placeOf(standing).memberId };
  },
});

/** One statement: the counts come with each row, and with a single empty one when nobody fits. */
function readPage(tx: Tx, { providerId, search, status, sort, cursor }: z.output<typeof ListMembers>) {
  const sortKey = sort.endsWith("role") ? byRole : byName;
  const isDescending = sort.startsWith("-");
  const after = readCursor(listOf(sort), Place, cursor);
  const page = tx
    .select({
      id: providerMembers.id,
      userId: providerMembers.userId,
      name: users.name,
      email: email.as("shown_email"),
      role: providerMembers.role,
      status: providerMembers.status,
      invitedAt: providerMembers.invitedAt,
      key: sql<string>`${sortKey}`.as("sort_key"),
    })
    .from(providerMembers)
    .leftJoin(users, eq(users.id, providerMembers.userId))
    .where(
      and(
        eq(providerMembers.providerId, providerId),
        status && eq(providerMembers.status, status),
        search ? contains(search) : undefined,
        after ? beyond(sortKey, after, isDescending) : undefined,
      ),
    )
    .orderBy(
      ...(isDescending ? [desc(sortKey), desc(providerMembers.id)] : [asc(sortKey), asc(providerMembers.id)]),
    )
    .limit(pageSize + 1)
    .as("page");
  const team = sql`(select count(*)::int from ${providerMembers} as team where team.provider_id = ${providers.id}`;
  const order = sql`${page.key} collate "C"`;
  return tx
    .select({
      all: sql<number>`${team})`,
      invited: sql<number>`${team} and team.status = 'invited')`,
      accepted: sql<number>`${team} and team.status = 'accepted')`,
      member: {
        id: page.id,
        userId: page.userId,
        name: page.name,
        email: page.email,
        role: page.role,
        status: page.status,
        invitedAt: page.invitedAt,
        key: page.key,
      },
    })
    .from(providers)
    .leftJoin(page, sql`true`)
    .where(eq(providers.id, providerId))
    .orderBy(...(isDescending ? [desc(order), desc(page.id)] : [asc(order), asc(page.id)]));
}

const contains = (search: string) =>
  sql`(position(lower(${search}) in ${shown}) > 0 or position(lower(${search}) in ${email}) > 0)`;

const beyond = (key: SQL, after: z.infer<typeof Place>, isDescending: boolean) =>
  isDescending
    ? sql`(${key}, ${providerMembers.id}) < (${after.key}, ${after.id}::uuid)`
    : sql`(${key}, ${providerMembers.id}) > (${after.key}, ${after.id}::uuid)`;
