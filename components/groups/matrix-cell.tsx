"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, memo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { PermissionGlyph } from "@/components/collections/permission-glyph";
import type { MatrixParts, NamedCollection } from "@/components/groups/matrix-grid";
import type { Permission } from "@/components/groups/matrix-state";
import { cx } from "@/components/ui/cx";
import { collectionPermissions } from "@/lib/domain/collection/permission";

const looks = {
  view: "bg-info-tint text-info",
  view_hidden: "bg-info-tint text-info",
  edit: "bg-ok-tint text-ok",
  edit_hidden: "bg-ok-tint text-ok",
  manage: "bg-warn-tint text-warn",
} as const;

/** How much is free around a cell, in pixels. */
const gap = { across: 6, down: 4 };

type Props = Pick<MatrixParts, "onSet"> & {
  group: MatrixParts["groups"][number];
  collection: NamedCollection;
  value: Permission;
  edited: boolean;
  /** Which column of the table it is. */
  index: number;
  /** Where its place begins and how large that is, in pixels. */
  start: number;
  width: number;
  height: number;
};

/**
 * A cell of the matrix: a letter to look at, and the browser's own list to choose from. The list is there as soon as
 * somebody comes near it, because a scroll brings many cells, nobody opens most of them, and a list is most of what a
 * cell costs the browser.
 */
export const MatrixCell = memo(function MatrixCell(props: Props) {
  const { group, collection, value, edited, onSet, index, start, width, height } = props;
  const t = useTranslations("collections");
  const inMatrix = useTranslations("groups.matrix");
  const [isNear, setNear] = useState(false);
  const list = useRef<HTMLSelectElement>(null);
  const permission = t(value ? `permissions.${value}` : "noPermission");
  const place = { group: group.name, collection: collection.shown };
  const hasList = isNear && collection.mayManage;
  const style: CSSProperties = {
    insetInlineStart: start + gap.across,
    top: gap.down,
    width: width - 2 * gap.across,
    height: height - 2 * gap.down,
  };

  /** Whoever comes with the keyboard comes to the cell, and chooses in its list. */
  function onFocus({ target, currentTarget }: { target: Element; currentTarget: Element }) {
    if (target !== currentTarget) return;
    flushSync(() => setNear(true));
    list.current?.focus({ preventScroll: true });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: cells that are out of sight are not there, which a table cannot say
    <span
      role="gridcell"
      tabIndex={-1}
      aria-colindex={index}
      aria-label={hasList ? undefined : inMatrix("cellWith", { ...place, permission })}
      style={style}
      onPointerEnter={() => setNear(true)}
      onFocus={onFocus}
      className={cx(
        "absolute flex items-center justify-center rounded-control border font-strong text-sm focus-within:outline-3 focus-within:outline-ring",
        value ? looks[value] : "text-muted",
        edited ? "border-brass" : "border-transparent forced-colors:border-[Canvas]",
      )}
    >
      <PermissionGlyph permission={value} />
      {hasList ? (
        <select
          ref={list}
          title={permission}
          aria-label={inMatrix("cell", place)}
          value={value ?? ""}
          tabIndex={-1}
          onChange={({ target }) =>
            onSet(
              [group],
              [collection],
              collectionPermissions.find((offered) => offered === target.value) ?? null,
            )
          }
          className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
        >
          {[null, ...collectionPermissions].map((offered) => (
            <option key={offered ?? ""} value={offered ?? ""}>
              {t(offered ? `permissions.${offered}` : "noPermission")}
            </option>
          ))}
        </select>
      ) : null}
    </span>
  );
});
