import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RowName } from "@/components/ui/row-name";
import type { ProviderId } from "@/lib/domain/ids";
import type { ProviderMemberStatus, ProviderRole } from "@/lib/domain/provider/member";

type OwnProvider = { id: ProviderId; name: string; role: ProviderRole; status: ProviderMemberStatus };

export function OwnProviders({ providers }: { providers: OwnProvider[] }) {
  const t = useTranslations("portal");
  if (providers.length === 0)
    return (
      <EmptyState illustration="clients" title={t("own.emptyTitle")}>
        {t("own.emptyText")}
      </EmptyState>
    );
  return (
    <Card flush>
      <ul aria-label={t("own.label")}>
        {providers.map(({ id, name, role, status }) => (
          <li key={id} className="relative border-b px-4 py-3 last:border-b-0 hover:bg-tint/60">
            <RowName
              picture={<Avatar id={id} name={name} kind="organization" />}
              name={name}
              {...(status === "confirmed" && { href: `/providers/${id}` })}
              detail={status === "confirmed" ? t(`roles.${role}`) : t("own.waitingHint")}
              badge={status === "confirmed" ? null : <Badge tone="warn">{t("own.waiting")}</Badge>}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
