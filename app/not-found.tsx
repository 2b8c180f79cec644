import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** What does not exist and what may not be seen look alike. */
export default async function NotFound() {
  const t = await getTranslations("errors.notFound");
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <EmptyState
        alone
        illustration="lost"
        title={t("title")}
        action={<LinkButton href="/">{t("home")}</LinkButton>}
      >
        {t("text")}
      </EmptyState>
    </main>
  );
}
