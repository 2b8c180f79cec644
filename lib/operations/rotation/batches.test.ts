import { asc, eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { rotationRows } from "@/db/schema/rotations";
import { rowsAtOnce } from "@/lib/domain/rotation/kinds";
import type { LeftRows } from "@/lib/vault/reseal-rows";
import type { LastRow } from "@/lib/vault/run-rotation";
import { test } from "@/test/database";
import { aRotation, aSealedClient, aSealedItem } from "@/test/sealed-world";

const batches = 6;

/** How many rows of items this transaction has read so far. */
async function rowsRead(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ read: number }>(
    sql`select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
      from pg_stat_xact_user_tables where relname = 'ciphers'`,
  );
  return rows[0]?.read ?? 0;
}

test("each batch goes on where the last one ended, and reads no more rows than the first", async ({ tx }) => {
  const world = await aSealedClient(tx, { items: 0 });
  await aSealedItem(tx, world, "The one");
  // Copies of one item: nothing is opened here.
  const [{ id: _, ...item } = {} as never] = await tx.select().from(ciphers);
  const copies = Array.from({ length: batches * rowsAtOnce - 1 }, () => ({ ...item, collections: 0 }));
  for (let at = 0; at < copies.length; at += 500) await tx.insert(ciphers).values(copies.slice(at, at + 500));
  await tx.execute(sql`analyze ciphers`);
  const { door, rotationId } = await aRotation(tx, world.organizationId, world.admin);

  const seen: string[] = [];
  const read: number[] = [];
  let last: LastRow | null = null;
  const next = async (): Promise<LeftRows | null> => {
    const before = await rowsRead(tx);
    const left = await door.rows(false, last);
    read.push((await rowsRead(tx)) - before);
    last = left.last ?? null;
    return left.next;
  };
  const keep = ({ kind, rows }: LeftRows) =>
    tx
      .insert(rotationRows)
      .values(rows.map(({ id: rowId, version }) => ({ rotationId, kind, rowId, version, sealed: {} })))
      .onConflictDoUpdate({
        target: [rotationRows.rotationId, rotationRows.kind, rotationRows.rowId],
        set: { version: sql`excluded.version` },
      });
  for (let batch = 0; batch < batches; batch++) {
    const left = await next();
    if (left?.kind !== "item") throw new Error("items come first");
    seen.push(...left.rows.map(({ id }) => id));
    await keep(left);
  }
  const all = await tx.select({ id: ciphers.id }).from(ciphers).orderBy(asc(ciphers.id));
  expect(seen).toEqual(all.map(({ id }) => id));
  expect(Math.max(...read)).toBeLessThanOrEqual((read[0] ?? 0) + 1);

  // What was changed behind the place comes again, once nothing comes after it.
  const [first] = seen;
  await tx
    .update(ciphers)
    .set({ revisedAt: new Date(0) })
    .where(eq(ciphers.id, first as never));
  for (let left = await next(); left; left = await next()) {
    if (left.kind === "item") expect(left.rows.map(({ id }) => id)).toEqual([first]);
    await keep(left);
    seen.push(...left.rows.map(({ id }) => id));
  }
  expect(seen.filter((id) => id === first)).toHaveLength(2);
});
