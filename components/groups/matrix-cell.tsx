"use client";

import { useTranslations } from "next-intl";
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

type Props = {
  /** Whose cell it is, and of which collection. */
  label: string;
  value: Permission;
  edited: boolean;
  /** Somebody else manages this collection. */
  locked: boolean;
  onChange: (permission: Permission) => void;
};

/** A cell of the matrix: a letter to look at, and the browser's own list to choose from. */
export function MatrixCell({ label, value, edited, locked, onChange }: Props) {
  const t = useTranslations("collections");
  return (
    <span
      className={cx(
        "relative grid h-8 w-full place-items-center rounded-control border font-strong text-sm focus-within:outline-3 focus-within:outline-ring",
        value ? looks[value] : "text-muted",
        edited ? "border-brass" : "border-transparent",
      )}
    >
      <span aria-hidden="true">{value ? t(`letters.${value}`) : "–"}</span>
      <select
        aria-label={label}
        value={value ?? ""}
        disabled={locked}
        onChange={({ target }) =>
          onChange(collectionPermissions.find((permission) => permission === target.value) ?? null)
        }
        className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0 disabled:cursor-default"
      >
        <option value="">{t("noPermission")}</option>
        {collectionPermissions.map((permission) => (
          <option key={permission} value={permission}>
            {t(`permissions.${permission}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
