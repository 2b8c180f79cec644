import { useTranslations } from "next-intl";
import { PermissionGlyph } from "@/components/collections/permission-glyph";
import { collectionPermissions } from "@/lib/domain/collection/permission";

/** What the letters of the matrix say. */
export function MatrixLegend() {
  const t = useTranslations("collections");
  return (
    <ul aria-label={t("lettersTitle")} className="flex flex-wrap gap-x-3 gap-y-1 text-label text-muted">
      {[...collectionPermissions, null].map((permission) => (
        <li key={permission ?? "none"} className="inline-flex items-center gap-1.5">
          <span className="font-strong text-ink">
            <PermissionGlyph permission={permission} />
          </span>
          {t(permission ? `permissions.${permission}` : "noPermission")}
        </li>
      ))}
    </ul>
  );
}
