import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** A wrong address inside a console or portal: the side bar stays, so that one goes on from there. */
export function ShellNotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <EmptyState illustration="lost" title={t("title")} alone>
      {t("text")}
    </EmptyState>
  );
}
