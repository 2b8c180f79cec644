import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { proveMasterPasswordAction } from "@/app/account/actions";
import { ClientCreationCard } from "@/components/portal/settings-client-creation";
import { DeleteProvider } from "@/components/portal/settings-delete-provider";
import { SettingsForm } from "@/components/portal/settings-form";
import { SettingsHeld } from "@/components/portal/settings-held";
import { MailLanguageCard } from "@/components/portal/settings-language";
import { SessionLengthCard } from "@/components/portal/settings-session-length";
import { TwoStepRequirementCard } from "@/components/portal/two-step-requirement-card";
import { PageBody } from "@/components/shell/page-body";
import { load } from "@/lib/http/page";
import { countryNames } from "@/lib/i18n/country-names";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { getProviderDetails } from "@/lib/operations/provider/get-provider-details";
import { getProviderRules } from "@/lib/operations/provider/get-provider-rules";
import { getTwoStepRequirement } from "@/lib/operations/provider/get-two-step-requirement";
import {
  askProviderDeletionAction,
  setClientCreationAction,
  setMailLanguageAction,
  setSessionLengthAction,
  setTwoStepRequirementAction,
  updateProviderAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.settings");
  return { title: t("title") };
}

export default async function SettingsPage({ params }: PageProps<"/providers/[providerId]/settings">) {
  const { providerId } = await params;
  const provider = await load(getProviderDetails, { providerId });
  const rules = await load(getProviderRules, { providerId });
  const { may, heldBack } = await load(getProviderFrame, { providerId });
  const t = await getTranslations("portal.settings");
  return (
    <>
      <PortalHeader title={t("title")} />
      <PageBody>
        <SettingsHeld isHeldBack={heldBack.includes("change_settings")}>
          <SettingsForm
            providerId={providerId}
            provider={provider}
            countries={countryNames(await getLocale())}
            save={updateProviderAction}
          />
          <TwoStepRequirementCard
            providerId={providerId}
            requirement={await load(getTwoStepRequirement, { providerId })}
            save={setTwoStepRequirementAction}
          />
          <div className="flex max-w-140 flex-col gap-3.5">
            <SessionLengthCard
              providerId={providerId}
              hours={rules.sessionHours}
              save={setSessionLengthAction}
            />
            <ClientCreationCard
              providerId={providerId}
              allowed={rules.serviceUsersCreateClients}
              save={setClientCreationAction}
            />
            <MailLanguageCard
              providerId={providerId}
              language={rules.language}
              save={setMailLanguageAction}
            />
          </div>
        </SettingsHeld>
        <div className="max-w-140">
          {may.includes("delete_provider") || heldBack.includes("delete_provider") ? (
            <DeleteProvider
              providerId={providerId}
              name={provider.name ?? ""}
              clients={rules.clients}
              isHeldBack={heldBack.includes("delete_provider")}
              prove={proveMasterPasswordAction}
              ask={askProviderDeletionAction}
            />
          ) : null}
        </div>
      </PageBody>
    </>
  );
}
