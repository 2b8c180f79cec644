"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";
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

type Props = Pick<MatrixParts, "onSet"> & {
  group: MatrixParts["groups"][number];
  collection: NamedCollection;
  value: Permission;
  edited: boolean;
};

/**
 * A cell of the matrix: a letter to look at, and the browser's own list to choose from. The list is filled when somebody
 * comes near it, because a scroll brings many cells and nobody opens most of them.
 */
export const MatrixCell = memo(function MatrixCell({ group, collection, value, edited, onSet }: Props) {
  const t = useTranslations("collections");
  const inMatrix = useTranslations("groups.matrix");
  const [isNear, setNear] = useState(false);
  const come = () => setNear(true);
  const offered = isNear ? ([null, ...collectionPermissions] as const) : [value];
  return (
    <span
      className={cx(
        "relative grid h-8 w-full place-items-center rounded-control border font-strong text-sm focus-within:outline-3 focus-within:outline-ring",
        value ? looks[value] : "text-muted",
        edited ? "border-brass" : "border-transparent",
      )}
    >
      <PermissionGlyph permission={value} />
      <select
        title={t(value ? `permissions.${value}` : "noPermission")}
        aria-label={inMatrix("cell", { group: group.name, collection: collection.shown })}
        value={value ?? ""}
        tabIndex={-1}
        disabled={!collection.mayManage}
        onPointerEnter={come}
        onPointerDown={come}
        onFocus={come}
        onChange={({ target }) =>
          onSet(
            [group],
            [collection],
            collectionPermissions.find((permission) => permission === target.value) ?? null,
          )
        }
        className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0 disabled:cursor-default"
      >
        {offered.map((permission) => (
          <option key={permission ?? ""} value={permission ?? ""}>
            {t(permission ? `permissions.${permission}` : "noPermission")}
          </option>
        ))}
      </select>
    </span>
  );
});
