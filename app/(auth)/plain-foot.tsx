import { useTranslations } from "next-intl";
import { LanguageLinks } from "@/components/language/language-links";
import { version } from "@/lib/version";

/** What stands under a card on plain paper: whose page this is, which version, and the choice of language. */
export function PlainFoot() {
  const t = useTranslations("ui");
  return (
    <>
      <span className="self-center text-sm">
        {t("colophon", { year: `${new Date().getFullYear()}`, version })}
      </span>
      <LanguageLinks />
    </>
  );
}
