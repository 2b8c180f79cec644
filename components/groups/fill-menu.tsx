"use client";

import { PaintBucket } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Permission } from "@/components/groups/matrix-state";
import { collectionPermissions } from "@/lib/domain/collection/permission";

type Props = { label: string; onFill: (permission: Permission) => void };

const nothing = "none";

/**
 * Gives one permission to a whole row or column. It is the browser's own list, as in a cell, and filled when somebody
 * comes near it: a scroll brings many, and a menu of ours for each would hold the page.
 */
export function FillMenu({ label, onFill }: Props) {
  const t = useTranslations("collections");
  const [isNear, setNear] = useState(false);
  const come = () => setNear(true);
  return (
    <span className="relative inline-grid size-7 flex-none place-items-center rounded-control text-muted transition-colors focus-within:outline-3 focus-within:outline-ring hover:bg-tint hover:text-ink">
      <PaintBucket aria-hidden="true" className="size-4" />
      <select
        title={label}
        aria-label={label}
        tabIndex={-1}
        value=""
        onPointerEnter={come}
        onPointerDown={come}
        onFocus={come}
        onChange={({ target }) =>
          onFill(collectionPermissions.find((permission) => permission === target.value) ?? null)
        }
        className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
      >
        <option value="" hidden>
          {label}
        </option>
        {isNear ? (
          <>
            <option value={nothing}>{t("noPermission")}</option>
            {collectionPermissions.map((permission) => (
              <option key={permission} value={permission}>
                {t(`permissions.${permission}`)}
              </option>
            ))}
          </>
        ) : null}
      </select>
    </span>
  );
}
