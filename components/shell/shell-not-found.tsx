import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/**
 * What a wrong address inside a console or portal shows. The side bar stays, so that the person can go on from
 * there; on a phone it is behind a button, so a way on stands here as well.
 */
export function ShellNotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <EmptyState
      illustration="lost"
      title={t("title")}
      alone
      action={<LinkButton href="/">{t("home")}</LinkButton>}
    >
      {t("text")}
    </EmptyState>
  );
}
