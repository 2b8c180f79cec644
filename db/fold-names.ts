import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";

const pageSize = 500;

/**
 * Brings the keys by which names are sorted and searched to the folding that this version has, and returns how
 * many it changed. Only names beyond ASCII can fold in another way than before.
 */
export async function foldNames(tx: Tx): Promise<number> {
  const { id, name, sortName } = organizations;
  let changed = 0;
  let after: OrganizationId | null = null;
  while (true) {
    const rows: { id: OrganizationId; name: string; sortName: string }[] = await tx
      .select({ id, name, sortName })
      .from(organizations)
      .where(and(sql`octet_length(${name}) > char_length(${name})`, after ? gt(id, after) : undefined))
      .orderBy(asc(id))
      .limit(pageSize);
    for (const row of rows) {
      const key = sortKey(row.name);
      if (key === row.sortName) continue;
      // Whoever renames meanwhile writes the key with the name.
      await tx
        .update(organizations)
        .set({ sortName: key })
        .where(and(eq(id, row.id), eq(name, row.name)));
      changed += 1;
    }
    after = rows.at(-1)?.id ?? null;
    if (rows.length < pageSize) return changed;
  }
}
