import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  why: "provider_access_closed" | "organization_suspended" | "provider_suspended";
  /** The provider that an organization is suspended with. */
  provider?: string | null;
};

/** Says why a client cannot be opened now, and whom to ask. */
export function NoAccess({ why, provider = null }: Props) {
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
        {provider === null ? t(`${why}.text`) : t("organization_suspended.withProvider", { provider })}
      </EmptyState>
    </main>
  );
}
