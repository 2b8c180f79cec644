import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askOrganizationKey, askOwedCollections, askPolicyPreview } from "@/app/questions";
import { PoliciesList } from "@/components/policies/policies-list";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listPolicies } from "@/lib/operations/policy/list-policies";
import { makeOwnCollectionsAction, setPolicyAction } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("policies"))("title"),
});

export default async function Policies({ params }: PageProps<"/organizations/[organizationId]/policies">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { policies, isInPlan } = await load(listPolicies, { organizationId });
  const t = await getTranslations("policies");
  const maySet = frame.result.may.includes("manage_policies");
  return (
    <>
      <PageHeader title={t("title")} account={<HeaderMenu />} />
      <PageBody>
        {isInPlan ? (
          policies.some(({ enabled }) => enabled) ? null : (
            <Callout title={t("adviceTitle")}>{t("advice")}</Callout>
          )
        ) : (
          <Callout tone="brass" title={t("upsell")}>
            {t(
              frame.result.visitSince
                ? "upsellTextForProvider"
                : frame.result.provider
                  ? "upsellText"
                  : "upsellTextForOwner",
            )}
          </Callout>
        )}
        <PoliciesList
          organizationId={organizationId}
          policies={policies}
          isVisit={frame.result.visitSince !== null}
          actions={
            maySet
              ? {
                  preview: askPolicyPreview,
                  set: setPolicyAction,
                  getKey: askOrganizationKey,
                  listOwed: askOwedCollections,
                  makeOwn: makeOwnCollectionsAction,
                }
              : null
          }
        />
      </PageBody>
    </>
  );
}
