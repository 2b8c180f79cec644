import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { RowName } from "@/components/ui/row-name";
import type { ProviderId } from "@/lib/domain/ids";
import { hasAccess, type ProviderMemberStatus, type ProviderRole } from "@/lib/domain/provider/member";

type OwnProvider = {
  id: ProviderId;
  name: string;
  role: ProviderRole;
  status: ProviderMemberStatus;
  accessEndsAt: Date | null;
  accessEnded: boolean;
};

/** The providers whose team somebody is in; where access to the only one has ended, that is all there is to say. */
export function OwnProviders({ providers }: { providers: OwnProvider[] }) {
  const t = useTranslations("portal");
  const detailOf = (provider: OwnProvider) => {
    if (provider.accessEnded) return t.rich("own.endedHint", { date: dateOf(provider) });
    return provider.status === "confirmed" ? t(`roles.${provider.role}`) : t("own.waitingHint");
  };
  if (providers.length === 0)
    return (
      <EmptyState illustration="clients" title={t("own.emptyTitle")}>
        {t("own.emptyText")}
      </EmptyState>
    );
  const [only] = providers;
  if (providers.length === 1 && only?.accessEnded)
    return (
      <EmptyState
        illustration="keys"
        title={t("own.endedTitle", { name: only.name })}
        action={<LinkButton href="/vault">{t("own.toVault")}</LinkButton>}
      >
        {t.rich("own.endedText", { date: dateOf(only) })}
      </EmptyState>
    );
  return (
    <Card flush>
      <ul aria-label={t("own.label")}>
        {providers.map((provider) => (
          <li key={provider.id} className="relative border-b px-4 py-3 last:border-b-0 hover:bg-tint/60">
            <RowName
              picture={<Avatar id={provider.id} name={provider.name} kind="organization" />}
              name={provider.name}
              {...(hasAccess(provider) && { href: `/providers/${provider.id}` })}
              detail={detailOf(provider)}
              badge={<Closed provider={provider} />}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const dateOf =
  ({ accessEndsAt }: OwnProvider) =>
  () =>
    accessEndsAt ? <DateTime value={accessEndsAt} show="date" /> : null;

/** Why somebody cannot go there now. */
function Closed({ provider }: { provider: OwnProvider }) {
  const t = useTranslations("portal.own");
  if (hasAccess(provider)) return null;
  return provider.accessEnded ? (
    <Badge tone="bad">{t("ended")}</Badge>
  ) : (
    <Badge tone="warn">{t("waiting")}</Badge>
  );
}
