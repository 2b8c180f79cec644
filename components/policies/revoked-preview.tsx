import { useTranslations } from "next-intl";
import { NameAndAddress } from "@/components/ui/name-and-address";
import type { PolicyPreview } from "@/lib/operations/organization/preview-policy";

/** Who would be revoked by saving, of many only some by name, and what that means for them. */
export function RevokedPreview({ revoked, names }: Pick<PolicyPreview, "revoked" | "names">) {
  const t = useTranslations("policies");
  if (revoked === 0) return null;
  return (
    <>
      <p>{t("preview.revoked", { count: revoked })}</p>
      <ul className="mt-1 list-disc ps-4">
        {names.map(({ id, ...person }) => (
          <li key={id}>
            <NameAndAddress {...person} />
          </li>
        ))}
      </ul>
      {revoked > names.length ? <p>{t("preview.more", { count: revoked - names.length })}</p> : null}
      <p className="mt-1">{t("preview.revokedText", { count: revoked })}</p>
    </>
  );
}
