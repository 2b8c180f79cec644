import type { SortState } from "@/components/ui/table-heading";
import type { Direction } from "@/lib/domain/list-view";

export type ListParams = Record<string, string | string[] | undefined>;

/** One value of a query string; the first where somebody wrote several. */
const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined;

/** The words of an address, one value each, as the views of lists are read from them. */
export const wordsOf = (now: ListParams): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(now).map(([name, value]) => [name, one(value)]));

/** The address of a list with some of its parameters changed, and from its first page unless `cursor` is given. */
export function listAddress(path: string, now: ListParams, change: Record<string, string | undefined>) {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...now, cursor: undefined, ...change })) {
    const text = one(value);
    if (text) next.set(name, text);
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}

/** How a list is sorted by a column, and the address that sorts by it. */
type SortAddress = { state: SortState; href: string };

/** A heading sorts by its column. Pressed again, it turns the order round. */
export function sortsOf<Column extends string>(
  path: string,
  now: ListParams,
  view: { sort: Column; direction: Direction },
  columns: readonly Column[],
): Record<Column, SortAddress> {
  const of = (column: Column): SortAddress => ({
    state: column === view.sort ? view.direction : "none",
    href: listAddress(path, now, {
      sort: column,
      direction: column === view.sort && view.direction === "ascending" ? "descending" : "ascending",
    }),
  });
  // Every column is a key, which `fromEntries` forgets.
  return Object.fromEntries(columns.map((column) => [column, of(column)])) as Record<Column, SortAddress>;
}
