"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { MatrixHeading } from "@/components/groups/matrix-heading";
import { useMatrixKeys } from "@/components/groups/matrix-keys";
import { MatrixRow } from "@/components/groups/matrix-row";
import type { Edits, Permission, Saved } from "@/components/groups/matrix-state";
import type { Matrix } from "@/lib/operations/group/get-matrix";

export type NamedCollection = Matrix["collections"][number] & { shown: string };
type Group = Matrix["groups"][number];

/** What both forms of the matrix are given. */
export type MatrixParts = {
  groups: readonly Group[];
  collections: readonly NamedCollection[];
  saved: Saved;
  edits: Edits;
  onSet: (groups: readonly Group[], collections: readonly NamedCollection[], to: Permission) => void;
};

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

/**
 * Groups down, collections across. Only what is in sight is there, so it scrolls alike with a million cells. A scroll
 * moves rows and columns in one drawing: two would have the browser lay out the page between them.
 */
export function MatrixGrid({ groups, collections, saved, edits, onSet }: MatrixParts) {
  const t = useTranslations("groups.matrix");
  const column = useMemo(
    () =>
      widthFor(
        collections.map(({ shown }) => shown),
        7,
        [136, 240],
      ),
    [collections],
  );
  const names = useMemo(
    () =>
      widthFor(
        groups.map(({ name }) => name),
        7.5,
        [220, 340],
      ),
    [groups],
  );
  const sizes = useMemo(() => ({ row, column, names }), [column, names]);
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: groups.length,
    getScrollElement: () => frame.current,
    estimateSize: () => row,
    overscan: 3,
    scrollPaddingEnd: headings,
    useFlushSync: false,
    initialRect: { width: 0, height: 600 },
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: collections.length,
    getScrollElement: () => frame.current,
    estimateSize: () => column,
    overscan: 1,
    scrollPaddingEnd: names,
    useFlushSync: false,
    initialRect: { width: 1000, height: 0 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width is measured anew
  useEffect(() => columns.measure(), [column]);
  const across = columns.getVirtualItems();
  const grid = useRef<HTMLDivElement>(null);
  const keys = useMatrixKeys({
    grid,
    rows: groups.length + 1,
    columns: collections.length + 1,
    bring(place) {
      if (place.row > 1) rows.scrollToIndex(place.row - 2);
      if (place.column > 1) columns.scrollToIndex(place.column - 2);
    },
  });

  return (
    <section
      ref={frame}
      aria-label={t("title")}
      className="relative max-h-[70vh] overflow-auto rounded-card border bg-raised shadow-card"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: cells that are out of sight are not there, which a table cannot say */}
      <div
        ref={grid}
        role="grid"
        aria-label={t("title")}
        {...keys}
        aria-rowcount={groups.length + 1}
        aria-colcount={collections.length + 1}
        style={{ width: names + columns.getTotalSize(), height: headings + rows.getTotalSize() }}
        className="relative min-w-full"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div
          role="row"
          aria-rowindex={1}
          tabIndex={-1}
          style={{ height: headings }}
          className="sticky top-0 z-2 border-b bg-raised"
        >
          {/* biome-ignore lint/a11y/useSemanticElements: see above */}
          <span
            role="columnheader"
            tabIndex={-1}
            aria-colindex={1}
            style={{ width: names, height: headings - 1 }}
            className="sticky start-0 z-1 flex items-center bg-raised px-3.5 font-medium text-label text-muted"
          >
            {t("group")}
          </span>
          {across.map(({ index, start }) => {
            const collection = collections[index];
            if (!collection) return null;
            return (
              <MatrixHeading
                key={collection.id}
                groups={groups}
                collection={collection}
                onSet={onSet}
                index={index + 2}
                start={names + start}
                width={column}
                height={headings}
              />
            );
          })}
        </div>
        {rows.getVirtualItems().map(({ index, start }) => {
          const group = groups[index];
          return group ? (
            <MatrixRow
              key={group.id}
              group={group}
              collections={collections}
              across={across}
              index={index + 2}
              top={headings + start}
              sizes={sizes}
              saved={saved}
              edits={edits}
              onSet={onSet}
            />
          ) : null;
        })}
      </div>
    </section>
  );
}
