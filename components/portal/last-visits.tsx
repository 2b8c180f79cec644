import { useTranslations } from "next-intl";
import { OverviewCard, OverviewRow } from "@/components/portal/overview-card";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { RowName } from "@/components/ui/row-name";
import type { PortalOverview } from "@/lib/operations/client/get-portal-overview";

type Props = Pick<PortalOverview, "visits" | "visitsAreOf"> & {
  providerId: string;
  enters: boolean;
};

/** Who was in which client last. */
export function LastVisits({ providerId, visits, visitsAreOf, enters }: Props) {
  const t = useTranslations("portal.overview");
  const isOfTeam = visitsAreOf === "team";
  return (
    <OverviewCard
      title={t(isOfTeam ? "visits" : "ownVisits")}
      empty={t(isOfTeam ? "noVisits" : "noOwnVisits")}
      all={
        isOfTeam && visits.length > 0 ? (
          <LinkButton href={`/providers/${providerId}/events?kind=client`} variant="quiet" size="s">
            {t("allVisits")}
          </LinkButton>
        ) : null
      }
      rows={visits.map(({ id, client, name, email, startedAt, isOpen }) => (
        <OverviewRow key={id} end={<DateTime value={startedAt} show="date and time" />}>
          <RowName
            picture={<Avatar id={client.id} name={client.name} kind="organization" />}
            name={client.name}
            {...(enters && { href: `/organizations/${client.id}` })}
            detail={isOfTeam ? (name ?? email ?? t("unknownPerson")) : null}
            badge={isOpen ? <Badge tone="brass">{t("openVisit")}</Badge> : null}
          />
        </OverviewRow>
      ))}
    />
  );
}
