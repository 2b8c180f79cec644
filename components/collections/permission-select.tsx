"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { type CollectionPermission, collectionPermissions } from "@/lib/domain/collection/permission";

type Props = {
  label: string;
  value: CollectionPermission | "";
  /** The label of "no permission". Without it, that is not offered. */
  none?: string;
  onChange: (permission: CollectionPermission | null) => void;
};

export function PermissionSelect({ label, value, none, onChange }: Props) {
  const t = useTranslations("collections");
  const options = collectionPermissions.map((permission) => ({
    value: permission,
    label: t(`permissions.${permission}`),
  }));
  return (
    <Select
      size="s"
      aria-label={label}
      value={value}
      options={none ? [{ value: "", label: none }, ...options] : options}
      onChange={({ target }) =>
        onChange(collectionPermissions.find((permission) => permission === target.value) ?? null)
      }
    />
  );
}
