import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { holding } from "@/lib/operations/keyset";
import type { Members, Picked } from "@/lib/operations/people/internal/members";

/** What a list shows of each member, as their row keeps it: the account itself is not read. */
export const listedColumns = <Table extends Members>(of: Table) => ({
  id: of.id as Table["id"],
  userId: of.userId,
  name: of.name,
  email: of.address,
  role: of.role as Table["role"],
  status: of.status as Table["status"],
});

type Filter = { search: string; status: Members["$inferSelect"]["status"] | null };

/** Those of the tenant's members that a search and a filter ask for, from a place in the order on. */
export const listed = (
  { of, which }: Picked,
  { search, status }: Filter,
  from: SQL | undefined,
): SQL | undefined =>
  and(
    which,
    status ? sql`${of.status} = ${status}` : undefined,
    holding(search, of.sortName, of.address),
    from,
  );
