"use client";

import { PaintBucket } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Permission } from "@/components/groups/matrix-state";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { collectionPermissions } from "@/lib/domain/collection/permission";

type Props = { label: string; onFill: (permission: Permission) => void };

/** Gives one permission to a whole row or column. */
export function FillMenu({ label, onFill }: Props) {
  const t = useTranslations("collections");
  return (
    <Menu
      trigger={<IconButton size="s" label={label} icon={<PaintBucket aria-hidden="true" />} />}
      entries={[
        { label: t("noPermission"), onSelect: () => onFill(null) },
        ...collectionPermissions.map((permission) => ({
          label: t(`permissions.${permission}`),
          onSelect: () => onFill(permission),
        })),
      ]}
    />
  );
}
