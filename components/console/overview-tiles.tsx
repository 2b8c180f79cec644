import { useTranslations } from "next-intl";
import { RotationDue } from "@/components/rotation/rotation-due";
import { AppLink } from "@/components/ui/app-link";
import { DateTime } from "@/components/ui/date-time";
import { StatTile } from "@/components/ui/stat-tile";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";

type Props = { organizationId: string; frame: OrganizationFrame };

/**
 * The numbers of an organization: its seats, who waits, and for a visitor, how far the client lets its provider in. Above
 * them, that its key should be replaced.
 */
export function OverviewTiles({ organizationId, frame }: Props) {
  const t = useTranslations("console.overviewPage");
  const { seats, usedSeats, toConfirm, knowKey, recoveriesToApprove, may, visitSince } = frame;
  const home = `/organizations/${organizationId}`;
  const share = Math.min(100, (usedSeats / seats) * 100);
  return (
    <>
      <RotationDue organizationId={organizationId} knowKey={knowKey} />
      <div className="grid gap-3.5 @xl:grid-cols-2 @4xl:grid-cols-3">
        <StatTile label={t("seats")} value={usedSeats} unit={t("ofSeats", { seats })}>
          <span aria-hidden="true" className="keeps-color mb-2 flex h-2 overflow-clip rounded-full bg-sunk">
            <span className="keeps-color bg-primary" style={{ width: `${share}%` }} />
          </span>
          {t("seatsLeft", { count: seats - usedSeats })}
        </StatTile>
        <StatTile label={t("toConfirm")} value={toConfirm}>
          {toConfirm > 0 ? (
            <AppLink href={`${home}/members?status=accepted`} className="text-link">
              {t("confirm")}
            </AppLink>
          ) : (
            t("nobodyWaits")
          )}
        </StatTile>
        {recoveriesToApprove > 0 ? (
          <StatTile label={t("recoveries")} value={recoveriesToApprove}>
            <AppLink href={`${home}/recovery`} className="text-link">
              {t("seeRecoveries")}
            </AppLink>
          </StatTile>
        ) : null}
        {visitSince ? (
          <StatTile label={t("reach")} value={t(may.includes("use_items") ? "full" : "withoutItems")}>
            {t("since")} <DateTime value={visitSince} show="date and time" />
          </StatTile>
        ) : null}
      </div>
    </>
  );
}
