import { useTranslations } from "next-intl";

/** The first stop of the Tab key: past the navigation, to the page. Expects an element with the id `main`. */
export function SkipLink() {
  const t = useTranslations("ui");
  return (
    <a
      href="#main"
      className="dark-side sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-70 focus:rounded-control focus:bg-raised focus:px-4 focus:py-2 focus:font-strong focus:text-ink focus:shadow-float"
    >
      {t("skipToContent")}
    </a>
  );
}
