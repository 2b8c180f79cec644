import { useTranslations } from "next-intl";
import { OverviewCard, OverviewRow } from "@/components/portal/overview-card";
import { upTo99 } from "@/components/portal/up-to-99";
import { Avatar } from "@/components/ui/avatar";
import { LinkButton } from "@/components/ui/link-button";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowName } from "@/components/ui/row-name";
import type { PortalOverview } from "@/lib/operations/client/get-portal-overview";

type Props = Pick<PortalOverview, "team" | "awaited"> & {
  providerId: string;
  /** While the provider is, nobody is confirmed in its clients. */
  isSuspended: boolean;
  /** Whether the viewer may enter clients now. */
  enters: boolean;
};

/** Who has accepted and waits to be confirmed: of the team, for those who see it, and in which clients. */
export function PeopleToConfirm({ providerId, team, awaited, isSuspended, enters }: Props) {
  const t = useTranslations("portal.overview");
  const portal = `/providers/${providerId}`;
  const members = `${portal}/members?status=accepted`;
  const people = (team?.first ?? []).map(({ id, userId, name, email }) => (
    <OverviewRow key={id} end={t("ofTeam")}>
      <RowName
        picture={<PersonAvatar of={{ id, userId }} name={name ?? email} />}
        name={name ?? email}
        href={members}
        detail={name ? email : null}
      />
    </OverviewRow>
  ));
  const clients = awaited.first.map(({ id, name, toConfirm }) => (
    <OverviewRow key={id} end={t("members", { count: toConfirm })}>
      <RowName
        picture={<Avatar id={id} name={name} kind="organization" />}
        name={name}
        {...(enters && { href: `/organizations/${id}/members?status=accepted` })}
      />
    </OverviewRow>
  ));
  const more = (team?.count ?? 0) > people.length;
  const moreClients = awaited.count > clients.length;
  return (
    <OverviewCard
      title={t("toConfirm")}
      empty={t(isSuspended ? "nobodyShown" : "nobodyWaits")}
      rows={[...people, ...clients]}
      all={
        more || moreClients ? (
          <>
            {more ? (
              <LinkButton href={members} variant="quiet" size="s">
                {t("allOfTeam", { count: upTo99(team?.count ?? 0) })}
              </LinkButton>
            ) : null}
            {moreClients ? (
              <LinkButton href={`${portal}/clients?status=confirm`} variant="quiet" size="s">
                {t("allClients", { count: upTo99(awaited.count) })}
              </LinkButton>
            ) : null}
          </>
        ) : null
      }
    />
  );
}
