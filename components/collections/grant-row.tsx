"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PermissionSelect } from "@/components/collections/permission-select";
import { IconButton } from "@/components/ui/icon-button";
import { RowName } from "@/components/ui/row-name";
import type { CollectionPermission } from "@/lib/domain/collection/permission";

type Props = {
  picture: ReactNode;
  name: string;
  detail?: string | null;
  badge?: ReactNode;
  permission: CollectionPermission;
  onChange: (permission: CollectionPermission) => void;
  onRemove: () => void;
};

/** A member or a group that has a collection, and what they may do in it. */
export function GrantRow({ picture, name, detail, badge, permission, onChange, onRemove }: Props) {
  const t = useTranslations("collections.access");
  return (
    <li className="flex flex-wrap items-center gap-2">
      <div className="min-w-40 flex-1">
        <RowName picture={picture} name={name} detail={detail} badge={badge} />
      </div>
      <PermissionSelect
        label={t("permissionOf", { name })}
        value={permission}
        onChange={(next) => next && onChange(next)}
      />
      <IconButton size="s" label={t("remove", { name })} icon={<X aria-hidden="true" />} onClick={onRemove} />
    </li>
  );
}
