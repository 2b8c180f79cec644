import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rotationRows } from "@/db/schema/rotations";
import type { RotationId } from "@/lib/domain/ids";
import { type RotatedKind, rowsAtOnce } from "@/lib/domain/rotation/kinds";
import type { RowsOfKind } from "@/lib/operations/rotation/internal/rows";

const isStaged = (rotationId: RotationId, { kind, id, version }: RowsOfKind) =>
  sql`exists (select 1 from ${rotationRows} as staged where staged.rotation_id = ${rotationId}
    and staged.kind = ${kind} and staged.row_id = ${id} and staged.version = ${version})`;

/**
 * What was staged of a kind and was made from a row as it is now, as `staged`. Nothing else is ever put in the place
 * of a row: it may have been taken back, or have changed hands, since.
 */
export const stagedNow = (rotationId: RotationId, kinds: readonly RowsOfKind[], kind: RotatedKind): SQL => {
  const of = kinds.find((known) => known.kind === kind);
  const isNow = of
    ? sql`exists (select 1 from ${of.from} and ${of.id} = made.row_id and ${of.version} = made.version)`
    : sql`false`;
  return sql`(select made.row_id, made.sealed from ${rotationRows} as made
    where made.rotation_id = ${rotationId} and made.kind = ${kind} and ${isNow}) as staged`;
};

/** Whether a staged row is one that does not open and is left behind. */
export const isLost = sql`staged.sealed -> 'lost' is not null`;

/** How many rows are left behind at the switch, of all kinds. */
export async function countLost(tx: Tx, rotationId: RotationId, kinds: readonly RowsOfKind[]) {
  const counts = kinds.map(
    ({ kind }) => sql`select count(*) as lost from ${stagedNow(rotationId, kinds, kind)} where ${isLost}`,
  );
  const { rows } = await tx.execute<{ lost: number }>(sql`
    select sum(lost)::int as lost from (${sql.join(counts, sql` union all `)}) as counted`);
  return rows[0]?.lost ?? 0;
}

/** How many rows there are of all kinds, and how many of them are not staged as they are now. */
export async function countRows(tx: Tx, rotationId: RotationId, kinds: readonly RowsOfKind[]) {
  const counts = kinds.map(
    (rows) =>
      sql`select count(*) as total, count(*) filter (where not ${isStaged(rotationId, rows)}) as missing from ${rows.from}`,
  );
  const { rows } = await tx.execute<{ total: number; left: number }>(sql`
    select sum(total)::int as total, sum(missing)::int as left
    from (${sql.join(counts, sql` union all `)}) as counted`);
  return rows[0] ?? { total: 0, left: 0 };
}

/** A row to be sealed anew, with the version to name when it is handed back. */
type LeftRow = { id: string; version: string };

type Last<Kind> = { kind: Kind; id: string };
type Next<Kind> = { kind: Kind; rows: (LeftRow & Record<string, unknown>)[] };

/**
 * The next rows that are not staged as they are now, all of one kind, and the last of them; no rows when
 * there are none. Rows before `last` are looked at again only once nothing comes after it, so a batch costs the same
 * at the beginning and at the end.
 */
export async function nextRows<Kind extends RotatedKind>(
  tx: Tx,
  rotationId: RotationId,
  kinds: readonly RowsOfKind<Kind>[],
  last: Last<Kind> | null,
): Promise<{ next: Next<Kind> | null; last: Last<Kind> | null }> {
  const places = kinds.map(({ kind }) => kind);
  const from = last ? Math.max(0, places.indexOf(last.kind)) : 0;
  for (const of of kinds.slice(from)) {
    const beyond = last && of.kind === last.kind ? sql`and ${of.order} > ${last.id}` : sql``;
    // A value and no `exists`: as a join, databases would read all rows for each batch.
    const { rows } = await tx.execute<LeftRow & Record<string, unknown>>(sql`
      select ${of.id} as id, ${of.version} as version, ${of.columns} from ${of.from}
        ${beyond} and (select 1 from ${rotationRows} as staged where staged.rotation_id = ${rotationId}
          and staged.kind = ${of.kind} and staged.row_id = ${of.id} and staged.version = ${of.version}) is null
        order by ${of.order} limit ${rowsAtOnce}`);
    const row = rows.at(-1);
    if (row) return { next: { kind: of.kind, rows }, last: { kind: of.kind, id: row.id } };
  }
  // What was changed meanwhile stands before.
  return last ? nextRows(tx, rotationId, kinds, null) : { next: null, last: null };
}

/** How many of these ids name rows of the kind that are there. */
export async function countKnown(tx: Tx, of: RowsOfKind, ids: readonly string[]): Promise<number> {
  const named = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ known: number }>(
    sql`select count(*)::int as known from ${of.from} and ${of.id} in (${named})`,
  );
  return rows[0]?.known ?? 0;
}
