import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { enterClientAction, leaveClientAction } from "@/app/(portal)/organizations/[organizationId]/actions";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import {
  askBlueprints,
  askClientState,
  askClients,
  askOrganizationKey,
  askProviderKey,
} from "@/app/questions";
import { BlueprintsTable } from "@/components/blueprints/blueprints-table";
import { NewBlueprint } from "@/components/blueprints/new-blueprint";
import { PageBody } from "@/components/shell/page-body";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { load } from "@/lib/http/page";
import { listBlueprints } from "@/lib/operations/blueprint/list-blueprints";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { saveBlueprintAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("blueprints");
  return { title: t("title") };
}

export default async function BlueprintsPage({ params }: PageProps<"/providers/[providerId]/blueprints">) {
  const { providerId } = await params;
  const blueprints = await load(listBlueprints, { providerId });
  const { may } = await load(getProviderFrame, { providerId });
  const t = await getTranslations("blueprints");
  const maySave = may.includes("manage_blueprints");
  const newBlueprint = maySave ? (
    <NewBlueprint
      providerId={providerId}
      actions={{
        find: askClients,
        getProviderKey: askProviderKey,
        getOrganizationKey: askOrganizationKey,
        getClient: askClientState,
        enter: enterClientAction,
        leave: leaveClientAction,
        list: askBlueprints,
        save: saveBlueprintAction,
      }}
    />
  ) : null;

  return (
    <>
      <PortalHeader title={t("title")} actions={blueprints.length > 0 ? newBlueprint : null} />
      <PageBody>
        {blueprints.length > 0 ? (
          <BlueprintsTable sealed={{ providerId, getKey: askProviderKey, blueprints }} />
        ) : (
          <Card>
            <EmptyState illustration="keys" title={t("emptyTitle")} action={newBlueprint}>
              {t(maySave ? "emptyText" : "emptyTextUser")}
            </EmptyState>
          </Card>
        )}
      </PageBody>
    </>
  );
}
