import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { acceptKeyAction, proveMasterPasswordAction } from "@/app/account/actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { askOrganizationKey, askOrganizationRotationRows, askOwnPlanPreview } from "@/app/questions";
import { ApiKeyCard } from "@/components/console/api-key-card";
import { CollectionSwitchesForm } from "@/components/console/collection-switches-form";
import { DeleteOrganization } from "@/components/console/delete-organization";
import { OrganizationSettingsForm } from "@/components/console/organization-settings-form";
import { ProviderAccessForm } from "@/components/console/provider-access-form";
import { seatsAddress } from "@/components/lists/seats-address";
import { LeaveProvider } from "@/components/organizations/leave-provider";
import { OwnPlanForm } from "@/components/organizations/own-plan-form";
import { PlanByProvider } from "@/components/organizations/plan-by-provider";
import { RotateKeyCard } from "@/components/rotation/rotate-key-card";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import { countRotationDebts } from "@/lib/operations/rotation/count-debts";
import { getOrganizationRotation } from "@/lib/operations/rotation/get-organization";
import {
  beginOrganizationRotationAction,
  cancelOrganizationRotationAction,
  deleteOrganizationAction,
  finishOrganizationRotationAction,
  leaveProviderAction,
  rotateApiKeyAction,
  setCollectionSwitchesAction,
  setOwnPlanAction,
  setProviderAccessAction,
  showApiKeyAction,
  stageOrganizationRowsAction,
  updateOrganizationAction,
} from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("console"))("settings"),
});

export default async function OrganizationSettings({
  params,
}: PageProps<"/organizations/[organizationId]/settings">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { may, name, visitSince, provider } = frame.result;
  const settings = await load(getOrganizationSettings, { organizationId });
  const mayRotate = may.includes("rotate_key");
  const rotation = mayRotate ? await load(getOrganizationRotation, { organizationId }) : null;
  const debts = mayRotate ? await load(countRotationDebts, { organizationId }) : { open: 0 };
  const t = await getTranslations("console");
  const inRecovery = await getTranslations("recovery");
  return (
    <>
      <PageHeader title={t("settings")} account={<HeaderMenu />} />
      <PageBody>
        <div className="flex max-w-140 flex-col gap-3.5">
          <OrganizationSettingsForm
            organizationId={organizationId}
            settings={settings}
            save={updateOrganizationAction}
          />
          {settings.ownPlan ? (
            <OwnPlanForm
              organizationId={organizationId}
              {...settings.ownPlan}
              save={setOwnPlanAction}
              preview={askOwnPlanPreview}
            />
          ) : null}
          {settings.planByProvider ? (
            <PlanByProvider
              provider={settings.provider}
              {...settings.planByProvider}
              changedAt={
                visitSince && provider ? seatsAddress(provider.id, { id: organizationId, name }) : null
              }
            />
          ) : null}
          <CollectionSwitchesForm
            organizationId={organizationId}
            switches={settings.switches}
            save={setCollectionSwitchesAction}
          />
          {may.includes("set_provider_access") && settings.provider ? (
            <ProviderAccessForm
              organizationId={organizationId}
              provider={settings.provider}
              access={settings.providerAccess}
              save={setProviderAccessAction}
            />
          ) : null}
          {may.includes("manage_api_key") ? (
            <ApiKeyCard
              organizationId={organizationId}
              madeAt={settings.apiKeyMadeAt}
              actions={{
                prove: proveMasterPasswordAction,
                show: showApiKeyAction,
                rotate: rotateApiKeyAction,
              }}
            />
          ) : null}
          {may.includes("recover_accounts") ? (
            <Card title={inRecovery("title")}>
              <div className="flex flex-col items-start gap-3.5">
                <p className="text-muted">{inRecovery("card")}</p>
                <LinkButton href={`/organizations/${organizationId}/recovery`} variant="quiet">
                  {inRecovery("open")}
                </LinkButton>
              </div>
            </Card>
          ) : null}
          {rotation ? (
            <div id="key" className="scroll-mt-4">
              <RotateKeyCard
                organizationId={organizationId}
                organization={settings.name}
                state={rotation}
                debts={debts.open}
                actions={{
                  getKey: askOrganizationKey,
                  prove: proveMasterPasswordAction,
                  acceptKey: acceptKeyAction,
                  begin: beginOrganizationRotationAction,
                  rows: askOrganizationRotationRows,
                  stage: stageOrganizationRowsAction,
                  finish: finishOrganizationRotationAction,
                  cancel: cancelOrganizationRotationAction,
                }}
              />
            </div>
          ) : null}
          {settings.leavesProvider && settings.provider ? (
            <LeaveProvider
              organizationId={organizationId}
              name={settings.name}
              provider={settings.provider}
              prove={proveMasterPasswordAction}
              leave={leaveProviderAction}
            />
          ) : null}
          {may.includes("delete_organization") ? (
            <DeleteOrganization
              organizationId={organizationId}
              name={settings.name}
              prove={proveMasterPasswordAction}
              deleteIt={deleteOrganizationAction}
            />
          ) : null}
        </div>
      </PageBody>
    </>
  );
}
