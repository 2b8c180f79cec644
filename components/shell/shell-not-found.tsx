import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/**
 * What a wrong address inside a console or portal shows. The side bar stays, so that the person can go on from
 * there.
 */
export function ShellNotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <EmptyState illustration="lost" title={t("title")} alone>
      {t("text")}
    </EmptyState>
  );
}
