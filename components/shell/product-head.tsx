import { useTranslations } from "next-intl";
import { Mark } from "@/components/shell/mark";

/** The mark and the name of the product, above a page that has no side bar. */
export function ProductHead() {
  const t = useTranslations("ui");
  return (
    <header className="flex items-center gap-2.5 font-semibold text-[17px] tracking-[-0.01em]">
      <span className="grid size-9 place-items-center rounded-avatar bg-side">
        <Mark size={26} />
      </span>
      {t("product")}
    </header>
  );
}
