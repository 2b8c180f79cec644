import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** A list with more rows than this has only the rows in sight in the page. */
const virtualFrom = 100;
/** The height of a row of cells, in pixels. Rows of two lines are measured. */
const rowHeight = 54;

type InSight = {
  /** Goes on what stands around the table. */
  top: RefObject<HTMLDivElement | null>;
  /** Which rows are drawn: from the first, up to and without the last. */
  from: number;
  to: number;
  /** How many pixels the rows that are not drawn take, above and below: for a `Spacer`. */
  above: number;
  below: number;
};

/** Which rows of a table are drawn: a list of ten thousand is as fast as one that fits the window. */
export function useRowsInSight(count: number): InSight {
  const isVirtual = count > virtualFrom;
  const top = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const [height, setHeight] = useState(rowHeight);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin,
    enabled: isVirtual,
  });
  const inSight = virtualizer.getVirtualItems();
  const [first, last] = [inSight[0], inSight.at(-1)];

  useLayoutEffect(() => {
    const box = top.current?.getBoundingClientRect();
    if (box) setScrollMargin(box.top + window.scrollY);
  }, []);

  // Rows of two lines are higher than rows of cells: they are measured once they are there.
  const isDrawn = first !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is measured anew
  useLayoutEffect(() => {
    const drawn = [...(top.current?.querySelectorAll<HTMLElement>("tbody > tr[role=row]") ?? [])];
    if (!isVirtual || !isDrawn || drawn.length === 0) return;
    const mean = drawn.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0) / drawn.length;
    if (mean > 0 && Math.abs(mean - height) > 4) setHeight(mean);
    virtualizer.measure();
  }, [isVirtual, isDrawn, height]);

  if (!isVirtual) return { top, from: 0, to: count, above: 0, below: 0 };
  return {
    top,
    from: first?.index ?? 0,
    to: (last?.index ?? -1) + 1,
    above: first ? first.start - scrollMargin : 0,
    below: virtualizer.getTotalSize() - (last ? last.end - scrollMargin : 0),
  };
}

/** Stands for the rows out of sight, so that the page is as long as all of them. */
export const Spacer = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 ? (
    <tr style={{ height }}>
      <td colSpan={columns} style={{ height }} className="rows:block" />
    </tr>
  ) : null;
