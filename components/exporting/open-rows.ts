import type { ExportRow, ExportRows } from "@/components/exporting/rows";
import { slicesOf } from "@/lib/domain/slices";
import type { Exported } from "@/lib/vault/export/json-file";
import type { OpenItem, ShownItem } from "@/lib/vault/item";
import { openSecretsOf } from "@/lib/vault/open-items";
import type { Vault } from "@/lib/vault/vault";

/** So many items are opened in one question, so that a page can say how far it is. */
const atOnce = 250;

/** What goes into the file, and the items that do not open as they were saved. */
export type OpenedRows = { exported: Exported; damaged: ExportRow[] };

/**
 * Opens everything of every item. One of which a part is damaged goes into the file without it, and is named; one of
 * which nothing opens is only named.
 */
export async function openRows(
  vault: Vault,
  { ref, rows }: Pick<ExportRows, "ref" | "rows">,
  onProgress: (done: number) => void,
): Promise<OpenedRows> {
  const exported: Exported = [];
  const damaged = new Set(rows.filter(({ opened }) => opened === null || opened.damage.length > 0));
  let done = 0;
  for (const some of slicesOf(rows, atOnce)) {
    const slice = some.flatMap((row) => (row.opened ? [{ row, opened: row.opened }] : []));
    const contents = slice.map(({ row, opened }) => ({
      key: row.sealed.key,
      content: opened.content as ShownItem,
    }));
    const whole: (OpenItem | null)[] = await openSecretsOf(vault, ref, contents, "opened");
    slice.forEach(({ row }, i) => {
      const item = whole[i];
      if (item) exported.push({ facts: row.facts, item });
      else damaged.add(row);
    });
    done += some.length;
    onProgress(done);
  }
  return { exported, damaged: [...damaged] };
}
