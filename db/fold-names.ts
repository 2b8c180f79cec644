import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { sortKey } from "@/lib/domain/names";

const pageSize = 500;

/**
 * Brings the keys by which names are sorted and searched to the folding that this version has, and returns how
 * many it changed. Only names beyond ASCII can fold in another way than before. Members carry the key of their
 * account, which the database copies.
 */
export const foldNames = async (tx: Tx): Promise<number> =>
  (await fold(tx, organizations)) + (await fold(tx, providers)) + (await fold(tx, users));

async function fold(tx: Tx, table: typeof organizations | typeof providers | typeof users): Promise<number> {
  const { id, name, sortName } = table;
  let changed = 0;
  let after: string | null = null;
  while (true) {
    const rows: { id: string; name: string | null; sortName: string }[] = await tx
      .select({
        id: sql<string>`${id}`,
        name: sql<string | null>`${name}`,
        sortName: sql<string>`${sortName}`,
      })
      .from(table)
      .where(
        and(
          sql`octet_length(${name}) > char_length(${name})`,
          after ? sql`${id} > ${after}::uuid` : undefined,
        ),
      )
      .orderBy(asc(id))
      .limit(pageSize);
    for (const row of rows) {
      const key = sortKey(row.name ?? "");
      if (key === row.sortName) continue;
      // Whoever renames meanwhile writes the key with the name.
      await tx
        .update(table)
        .set({ sortName: key })
        .where(and(sql`${id} = ${row.id}::uuid`, eq(name, row.name ?? "")));
      changed += 1;
    }
    after = rows.at(-1)?.id ?? null;
    if (rows.length < pageSize) return changed;
  }
}
