import { useTranslations } from "next-intl";
import { PermissionGlyph } from "@/components/collections/permission-glyph";
import { collectionPermissions } from "@/lib/domain/collection/permission";

/** What the letters of the matrix say. */
export function MatrixLegend() {
  const t = useTranslations("collections");
  const inMatrix = useTranslations("groups.matrix");
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1 text-label text-muted">
      <ul aria-label={t("lettersTitle")} className="flex flex-wrap gap-x-3 gap-y-1">
        {[...collectionPermissions, null].map((permission) => (
          <li key={permission ?? "none"} className="inline-flex items-center gap-1.5">
            <span className="font-strong text-ink">
              <PermissionGlyph permission={permission} />
            </span>
            {t(permission ? `permissions.${permission}` : "noPermission")}
          </li>
        ))}
      </ul>
      <p>{inMatrix("keys")}</p>
    </div>
  );
}
