import { useTranslations } from "next-intl";
import { seatsAddress } from "@/components/lists/seats-address";
import { OverviewCard, OverviewRow } from "@/components/portal/overview-card";
import { upTo99 } from "@/components/portal/up-to-99";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { RowName } from "@/components/ui/row-name";
import { type ClientNeed, needsOf } from "@/lib/domain/provider/standing";
import type { PortalOverview } from "@/lib/operations/client/get-portal-overview";

type Client = PortalOverview["unsettled"]["first"][number];
type Props = Pick<PortalOverview, "unsettled"> & {
  providerId: string;
  hasClients: boolean;
  /** While the provider is, its clients are too, and none of them counts as in need. */
  isSuspended: boolean;
  /** Whether the viewer may enter clients now, and change their seats. */
  administers: boolean;
};

/** Clients without an owner, whose owner has not come yet, or without a seat left. Each line leads to the remedy. */
export function ClientsInNeed({ providerId, unsettled, hasClients, isSuspended, administers }: Props) {
  const t = useTranslations("portal.overview");
  const clients = `/providers/${providerId}/clients`;
  const remedies: Record<ClientNeed, (client: Client) => string> = {
    ownerless: ({ id }) => `/organizations/${id}/members?invite=owner`,
    onboarding: ({ id }) => `/organizations/${id}/members`,
    full: (client) => seatsAddress(providerId, client),
  };
  return (
    <OverviewCard
      title={t("inNeed")}
      empty={t(!hasClients ? "noClients" : isSuspended ? "nothingShown" : "nothingNeeded")}
      all={
        unsettled.count > unsettled.first.length ? (
          <LinkButton href={`${clients}?status=attention`} variant="quiet" size="s">
            {t("allClients", { count: upTo99(unsettled.count) })}
          </LinkButton>
        ) : null
      }
      rows={unsettled.first.map((client) => {
        const needs = needsOf(client);
        const [first = "onboarding"] = needs;
        return (
          <OverviewRow key={client.id}>
            <RowName
              picture={<Avatar id={client.id} name={client.name} kind="organization" />}
              name={client.name}
              {...(administers && { href: remedies[first](client) })}
              detail={t(`remedies.${first}`)}
              badge={needs.map((need) => (
                <Badge key={need} tone={need === "onboarding" ? "neutral" : "warn"}>
                  {t(`needs.${need}`)}
                </Badge>
              ))}
            />
          </OverviewRow>
        );
      })}
    />
  );
}
