/** How deep rows are set in; what lies deeper stands there with its full name. */
const deepest = 6;

const collator = new Intl.Collator("en", { numeric: true });
const compareParts = (one: string, other: string) =>
  collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);

/** The one order of collections' names, in lists and pickers alike: each under the part before its last "/". */
export function compareNames(one: string, other: string): number {
  const [mine, others] = [one.split("/"), other.split("/")];
  for (let at = 0; at < Math.min(mine.length, others.length); at += 1) {
    const order = compareParts(mine[at] ?? "", others[at] ?? "");
    if (order !== 0) return order;
  }
  return mine.length - others.length;
}

export type TreeRow<Row> = {
  row: Row;
  /** The full name; null where it cannot be opened. */
  name: string | null;
  /** What is shown: the name without that of the collection which it stands under. */
  label: string | null;
  depth: number;
};

type Placed = { name: string; depth: number };

/**
 * Collections by name, each set in under the one whose name it continues after a "/". Nesting is only shown: it gives
 * nobody anything. A name whose parent is not in the list, is there twice, or that continues it with nothing, stands
 * for itself in full, so nothing is lost or put where it does not belong. What cannot be opened comes last.
 */
export function treeOf<Row>(rows: readonly Row[], nameOf: (row: Row) => string | null): TreeRow<Row>[] {
  const named = rows.flatMap((row) => {
    const name = nameOf(row);
    return name === null ? [] : [{ row, name }];
  });
  named.sort((one, other) => compareNames(one.name, other.name));
  const times = new Map<string, number>();
  for (const { name } of named) times.set(name, (times.get(name) ?? 0) + 1);
  const depths = new Map<string, number>();
  const placed = named.map(({ row, name }) => {
    const parent = parentOf(name, (candidate) =>
      times.get(candidate) === 1 ? { name: candidate, depth: depths.get(candidate) ?? 0 } : null,
    );
    const depth = parent ? parent.depth + 1 : 0;
    depths.set(name, depth);
    const isDeep = depth > deepest;
    const label = parent && !isDeep ? name.slice(parent.name.length + 1) : name;
    return { row, name, label, depth: Math.min(depth, deepest) };
  });
  const closed = rows.filter((row) => nameOf(row) === null);
  return [...placed, ...closed.map((row) => ({ row, name: null, label: null, depth: 0 }))];
}

/** The longest beginning of a name that is a collection's of its own, with something left after it. */
function parentOf(name: string, find: (candidate: string) => Placed | null): Placed | null {
  for (let end = name.lastIndexOf("/"); end > 0; end = name.lastIndexOf("/", end - 1)) {
    if (name.slice(end + 1).trim() === "") continue;
    const found = find(name.slice(0, end));
    if (found) return found;
  }
  return null;
}
