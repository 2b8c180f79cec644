import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rotationRows, rotations } from "@/db/schema/rotations";
import type { ItemId, RotationId } from "@/lib/domain/ids";
import type { RotatedKind } from "@/lib/domain/rotation/kinds";
import { NotFound } from "@/lib/operations/errors";
import { type Anew, expectAllAttachments } from "@/lib/operations/item/internal/attachments-anew";
import type { RowsOfKind } from "@/lib/operations/rotation/internal/rows";
import { countKnown } from "@/lib/operations/rotation/internal/staged-rows";

type Staged = { kind: RotatedKind; id: string; version: string; sealed: Record<string, unknown> };

/** The files that came with an item. One that is left behind stays as it is sealed, and so do its files. */
const filesOf = ({ kind, id, sealed }: Staged): Anew[] =>
  kind === "item" && !("lost" in sealed)
    ? [{ itemId: id as ItemId, attachments: sealed.attachments as Anew["attachments"] }]
    : [];

/**
 * Keeps rows that are sealed anew, until the switch. A row that was staged before is replaced.
 *
 * @throws {NotFound} when one of them is no row of this key; then none is kept.
 * @throws {Refused} `item_out_of_date` when an item comes without one of its files. What is added later is another
 * version of the item.
 */
export async function stageRows(
  tx: Tx,
  rotationId: RotationId,
  kinds: readonly RowsOfKind[],
  rows: readonly Staged[],
  now: Date,
): Promise<void> {
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const of = kinds.find((known) => known.kind === kind);
    const ids = [...new Set(rows.flatMap((row) => (row.kind === kind ? row.id : [])))];
    if (!of || (await countKnown(tx, of, ids)) !== ids.length) throw new NotFound();
  }
  await expectAllAttachments(tx, rows.flatMap(filesOf));
  await tx
    .insert(rotationRows)
    .values(
      rows.map(({ kind, id: rowId, version, sealed }) => ({ rotationId, kind, rowId, version, sealed })),
    )
    .onConflictDoUpdate({
      target: [rotationRows.rotationId, rotationRows.kind, rotationRows.rowId],
      set: { version: sql`excluded.version`, sealed: sql`excluded.sealed` },
    });
  await tx.update(rotations).set({ lastStagedAt: now }).where(eq(rotations.id, rotationId));
}
