"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { MatrixHeadings } from "@/components/groups/matrix-headings";
import { MatrixRow } from "@/components/groups/matrix-row";
import type { Edits, Permission, Saved } from "@/components/groups/matrix-state";
import { useMatrixWindow } from "@/components/groups/use-matrix-window";
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

/**
 * Groups down, collections across. Only what is in sight is there, so it scrolls alike with a million cells. A scroll
 * moves rows and columns in one drawing: two would have the browser lay out the page between them.
 */
export function MatrixGrid({ groups, collections, saved, edits, onSet }: MatrixParts) {
  const t = useTranslations("groups.matrix");
  const groupNames = useMemo(() => groups.map(({ name }) => name), [groups]);
  const collectionNames = useMemo(() => collections.map(({ shown }) => shown), [collections]);
  const { frame, grid, rows, columns, keys, sizes } = useMatrixWindow(groupNames, collectionNames);
  const across = columns.getVirtualItems();
  const { names, headings } = sizes;

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
        <MatrixHeadings
          groups={groups}
          collections={collections}
          across={across}
          sizes={sizes}
          onSet={onSet}
        />
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
