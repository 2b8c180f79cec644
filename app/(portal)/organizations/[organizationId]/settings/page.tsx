import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proveMasterPasswordAction } from "@/app/account/actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { ApiKeyCard } from "@/components/console/api-key-card";
import { DeleteOrganization } from "@/components/console/delete-organization";
import { OrganizationSettingsForm } from "@/components/console/organization-settings-form";
import { ProviderAccessForm } from "@/components/console/provider-access-form";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import {
  deleteOrganizationAction,
  rotateApiKeyAction,
  setProviderAccessAction,
  showApiKeyAction,
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
  const { may } = frame.result;
  const settings = await load(getOrganizationSettings, { organizationId });
  const t = await getTranslations("console");
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
