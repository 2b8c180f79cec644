import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useMatrixKeys } from "@/components/groups/matrix-keys";

/** The height of a row, in pixels. */
const row = 40;
/** The height of the line of headings, in pixels. */
const headings = 48;

/** As wide as the longest name asks, within bounds, in pixels: so many for a letter, and the menu beside it. */
function widthFor(
  names: readonly string[],
  letter: number,
  [least, most]: readonly [number, number],
): number {
  const longest = names.reduce((length, name) => Math.max(length, name.length), 0);
  return Math.min(most, Math.max(least, Math.ceil(letter * longest) + 60));
}

/** What of a matrix is in sight, how large its parts are, and how it is walked through by keys. */
export function useMatrixWindow(groupNames: readonly string[], collectionNames: readonly string[]) {
  const column = useMemo(() => widthFor(collectionNames, 7, [136, 240]), [collectionNames]);
  const names = useMemo(() => widthFor(groupNames, 7.5, [220, 340]), [groupNames]);
  const sizes = useMemo(() => ({ row, column, names, headings }), [column, names]);
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: groupNames.length,
    getScrollElement: () => frame.current,
    estimateSize: () => row,
    overscan: 3,
    scrollPaddingEnd: headings,
    useFlushSync: false,
    initialRect: { width: 0, height: 600 },
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: collectionNames.length,
    getScrollElement: () => frame.current,
    estimateSize: () => column,
    overscan: 1,
    scrollPaddingEnd: names,
    useFlushSync: false,
    initialRect: { width: 1000, height: 0 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width is measured anew
  useEffect(() => columns.measure(), [column]);
  const grid = useRef<HTMLDivElement>(null);
  const keys = useMatrixKeys({
    grid,
    rows: groupNames.length + 1,
    columns: collectionNames.length + 1,
    bring(place) {
      if (place.row > 1) rows.scrollToIndex(place.row - 2);
      if (place.column > 1) columns.scrollToIndex(place.column - 2);
    },
  });

  return { frame, grid, rows, columns, keys, sizes };
}
