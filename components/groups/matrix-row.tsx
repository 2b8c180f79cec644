"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { FillMenu } from "@/components/groups/fill-menu";
import { MatrixCell } from "@/components/groups/matrix-cell";
import type { MatrixParts, NamedCollection } from "@/components/groups/matrix-grid";
import {
  type Edits,
  isEdited,
  type Permission,
  permissionAt,
  type Saved,
} from "@/components/groups/matrix-state";
import type { Matrix } from "@/lib/operations/group/get-matrix";

type Props = {
  group: Matrix["groups"][number];
  collections: readonly NamedCollection[];
  /** The columns that are in sight. */
  across: readonly VirtualItem[];
  /** Which row of the table it is. */
  index: number;
  /** How many pixels below the beginning of the table it stands. */
  top: number;
  sizes: { row: number; column: number; names: number };
  saved: Saved;
  edits: Edits;
  onSet: MatrixParts["onSet"];
};

/**
 * A group, and its cells in the columns that are in sight. It is drawn anew only where something of it changes, because
 * a scroll moves many.
 */
export const MatrixRow = memo(function MatrixRow(props: Props) {
  const { group, collections, across, index: line, top, sizes, saved, edits, onSet } = props;
  const t = useTranslations("groups.matrix");
  const { row, column, names } = sizes;
  const fill = (to: Permission) =>
    onSet(
      [group],
      collections.filter(({ mayManage }) => mayManage),
      to,
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells that are out of sight are not there, which a table cannot say
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={line}
      style={{ top, height: row }}
      className="absolute inset-x-0 border-b last:border-b-0"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <span
        role="rowheader"
        tabIndex={-1}
        aria-colindex={1}
        style={{ width: names, height: row - 1 }}
        className="sticky start-0 z-1 flex items-center gap-1 bg-raised px-3.5"
      >
        <bdi className="min-w-0 flex-1 truncate font-strong" title={group.name}>
          {group.name}
        </bdi>
        <FillMenu label={t("fillRow", { name: group.name })} onFill={fill} />
      </span>
      {across.map(({ index, start }) => {
        const collection = collections[index];
        if (!collection) return null;
        const place = { groupId: group.id, collectionId: collection.id };
        return (
          <MatrixCell
            key={collection.id}
            group={group}
            collection={collection}
            value={permissionAt(saved, edits, place)}
            edited={isEdited(edits, place)}
            onSet={onSet}
            index={index + 2}
            start={names + start}
            width={column}
            height={row}
          />
        );
      })}
    </div>
  );
});
