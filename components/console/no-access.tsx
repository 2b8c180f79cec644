import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

type Props = { why: "provider_access_closed" | "organization_suspended" };

/** Says why a client cannot be opened now, and whom to ask. */
export function NoAccess({ why }: Props) {
  const t = useTranslations("visits");
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <EmptyState
        alone
        illustration="lost"
        title={t(`${why}.title`)}
        action={
          <LinkButton href="/" variant="quiet">
            {t("back")}
          </LinkButton>
        }
      >
        {t(`${why}.text`)}
      </EmptyState>
    </main>
  );
}
