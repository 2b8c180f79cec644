import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CollectionPermission } from "@/lib/domain/collection/permission";

const hidesPasswords: Record<CollectionPermission, boolean> = {
  view: false,
  view_hidden: true,
  edit: false,
  edit_hidden: true,
  manage: false,
};

/**
 * A permission as one letter, with a closed eye where passwords stay hidden. It is only looked at: words stand beside
 * it.
 */
export function PermissionGlyph({ permission }: { permission: CollectionPermission | null }) {
  const t = useTranslations("collections.letters");
  return (
    <span aria-hidden="true" className="inline-flex items-center gap-0.5">
      {permission ? t(permission) : "–"}
      {permission && hidesPasswords[permission] ? <EyeOff className="size-3" strokeWidth={2.5} /> : null}
    </span>
  );
}
