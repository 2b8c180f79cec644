import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveBlueprintAction } from "@/app/(portal)/providers/[providerId]/blueprints/actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { askBlueprints, askClientState, askOrganizationKey, askProviderKey } from "@/app/questions";
import { SaveAsBlueprint } from "@/components/blueprints/save-as-blueprint";
import { OverviewTiles } from "@/components/console/overview-tiles";
import { SetUpChecklist } from "@/components/console/set-up-checklist";
import { VisitsTable } from "@/components/console/visits-table";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { getOverview } from "@/lib/operations/organization/get-overview";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { enterClientAction, leaveClientAction } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("console"))("overview"),
});

export default async function Overview({ params }: PageProps<"/organizations/[organizationId]">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { may, name, provider, visitSince } = frame.result;
  const { steps, visits } = await load(getOverview, { organizationId });
  const visited = visitSince ? provider : null;
  const portal = visited ? await load(getProviderFrame, { providerId: visited.id }) : null;
  const t = await getTranslations("console");
  const home = `/organizations/${organizationId}`;
  return (
    <>
      <PageHeader
        title={t("overview")}
        account={<HeaderMenu />}
        actions={
          visited && portal?.may.includes("manage_blueprints") ? (
            <SaveAsBlueprint
              providerId={visited.id}
              client={{ id: organizationId, name }}
              actions={{
                getProviderKey: askProviderKey,
                getOrganizationKey: askOrganizationKey,
                getClient: askClientState,
                enter: enterClientAction,
                leave: leaveClientAction,
                list: askBlueprints,
                save: saveBlueprintAction,
              }}
            />
          ) : null
        }
      />
      <PageBody>
        <OverviewTiles organizationId={organizationId} frame={frame.result} />
        {may.includes("read_collections") && may.includes("read_members") ? (
          <SetUpChecklist organizationId={organizationId} steps={steps} />
        ) : null}
        {visits === null ? null : visits.length === 0 ? (
          <Card title={t("visits")}>
            <p className="text-muted">{t("visitsPage.emptyText")}</p>
          </Card>
        ) : (
          <section className="flex min-w-0 flex-col gap-2.5">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <h2 className="me-auto font-semibold text-section">{t("visits")}</h2>
              <LinkButton href={`${home}/visits`} variant="quiet" size="s">
                {t("overviewPage.allVisits")}
              </LinkButton>
            </div>
            <VisitsTable
              label={t("visits")}
              log={may.includes("read_events") ? `${home}/events` : null}
              visits={visits}
            />
          </section>
        )}
      </PageBody>
    </>
  );
}
