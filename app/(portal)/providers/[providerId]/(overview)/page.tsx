import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Checklist } from "@/components/portal/checklist";
import { ClientsInNeed } from "@/components/portal/clients-in-need";
import { LastVisits } from "@/components/portal/last-visits";
import { PeopleToConfirm } from "@/components/portal/people-to-confirm";
import { SeatsByPlan } from "@/components/portal/seats-by-plan";
import { PageBody } from "@/components/shell/page-body";
import { load } from "@/lib/http/page";
import { getPortalOverview } from "@/lib/operations/client/get-portal-overview";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { PortalHeader } from "../../portal-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.overview");
  return { title: t("title") };
}

export default async function OverviewPage({ params }: PageProps<"/providers/[providerId]">) {
  const { providerId } = await params;
  const { seats, team, awaited, unsettled, visits, visitsAreOf, steps } = await load(getPortalOverview, {
    providerId,
  });
  const { may, state } = await load(getProviderFrame, { providerId });
  const t = await getTranslations("portal.overview");
  const isSuspended = state === "suspended";
  const enters = may.includes("enter_clients");
  return (
    <>
      <PortalHeader title={t("title")} />
      <PageBody>
        {may.includes("create_clients") && may.includes("invite_staff") ? (
          <Checklist providerId={providerId} steps={steps} />
        ) : null}
        <div className="grid items-start gap-3.5 @4xl:grid-cols-2">
          <div className="grid min-w-0 gap-3.5">
            <SeatsByPlan seats={seats} />
            <PeopleToConfirm
              providerId={providerId}
              team={team}
              awaited={awaited}
              isSuspended={isSuspended}
              enters={enters}
            />
          </div>
          <div className="grid min-w-0 gap-3.5">
            <ClientsInNeed
              providerId={providerId}
              unsettled={unsettled}
              hasClients={steps.firstClient}
              isSuspended={isSuspended}
              administers={enters && may.includes("administer_clients")}
            />
            <LastVisits providerId={providerId} visits={visits} visitsAreOf={visitsAreOf} enters={enters} />
          </div>
        </div>
      </PageBody>
    </>
  );
}
