import type { CellDifference, Differences } from "@/lib/domain/blueprint/compare";

/** How much one request makes, so that a bar moves. A name of a collection has to be sealed first. */
const sizes = { collections: 25, groups: 50, cells: 200 } as const;

/** What one request makes: collections and groups by their places in the lists of names. */
export type BlueprintPart = {
  collections: number[];
  groups: number[];
  cells: CellDifference[];
  /** Whether it sets the switches. */
  switches: boolean;
};

/** What is to be made, in an order in which each part finds what it needs. There is always a last one. */
export function partsOf({ collections, groups, cells, switches }: Differences): BlueprintPart[] {
  const nothing: BlueprintPart = { collections: [], groups: [], cells: [], switches: false };
  const parts: BlueprintPart[] = [
    ...chunks(missing(collections), sizes.collections).map((made) => ({ ...nothing, collections: made })),
    ...chunks(missing(groups), sizes.groups).map((made) => ({ ...nothing, groups: made })),
    ...chunks(cells, sizes.cells).map((changed) => ({ ...nothing, cells: changed })),
  ];
  const last = parts.pop() ?? nothing;
  return [...parts, { ...last, switches: switches.length > 0 }];
}

/** How much a part makes, as a bar counts it. */
export const sizeOf = ({ collections, groups, cells }: BlueprintPart): number =>
  collections.length + groups.length + cells.length;

const missing = (compared: readonly { id: string | null }[]): number[] =>
  compared.flatMap(({ id }, index) => (id === null ? [index] : []));

function chunks<Row>(rows: readonly Row[], size: number): Row[][] {
  const cut: Row[][] = [];
  for (let start = 0; start < rows.length; start += size) cut.push(rows.slice(start, start + size));
  return cut;
}
