import { useTranslations } from "next-intl";
import { Mark } from "@/components/shell/mark";
import { AppLink } from "@/components/ui/app-link";

/** The product's name, and below it the provider's name, or the name of the area. */
export function Brand({ subtitle, href }: { subtitle: string; href: string }) {
  const t = useTranslations("ui");
  return (
    <AppLink href={href} title={subtitle} className="flex items-center gap-2.5 rounded-item px-2 py-0.5">
      <Mark />
      <span className="min-w-0">
        <span className="block font-semibold text-lead text-white leading-5 tracking-[-0.01em]">
          {t("product")}
        </span>
        <span dir="auto" className="own-direction block truncate text-[11.5px] text-side-muted leading-3.5">
          {subtitle}
        </span>
      </span>
    </AppLink>
  );
}
