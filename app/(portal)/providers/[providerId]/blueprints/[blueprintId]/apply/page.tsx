import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { enterClientAction, leaveClientAction } from "@/app/(portal)/organizations/[organizationId]/actions";
import { makeOwnCollectionsAction } from "@/app/(portal)/organizations/[organizationId]/policies/actions";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import {
  askClientState,
  askClients,
  askOrganizationKey,
  askOwedCollections,
  askPolicyPreview,
  askProviderKey,
} from "@/app/questions";
import { ApplyPage } from "@/components/blueprints/apply-page";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { PageBody } from "@/components/shell/page-body";
import { LinkButton } from "@/components/ui/link-button";
import { ViewApply } from "@/lib/domain/blueprint/inputs";
import { load } from "@/lib/http/page";
import { getBlueprint } from "@/lib/operations/blueprint/get-blueprint";
import { applyBlueprintAction, applyPolicyAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("blueprints");
  return { title: t("applyTitle") };
}

export default async function ApplyBlueprintPage({
  params,
  searchParams,
}: PageProps<"/providers/[providerId]/blueprints/[blueprintId]/apply">) {
  const { providerId, blueprintId } = await params;
  const query: ListParams = await searchParams;
  const { client } = ViewApply.parse(wordsOf(query));
  const blueprint = await load(getBlueprint, { providerId, blueprintId });
  const t = await getTranslations("blueprints");
  return (
    <>
      <PortalHeader
        title={t("applyTitle")}
        actions={
          <LinkButton href={`/providers/${providerId}/blueprints/${blueprintId}`} variant="quiet">
            {t("toBlueprint")}
          </LinkButton>
        }
      />
      <PageBody>
        <ApplyPage
          sealed={{ providerId, getKey: askProviderKey, blueprint }}
          organizationId={client}
          actions={{
            find: askClients,
            getProviderKey: askProviderKey,
            getOrganizationKey: askOrganizationKey,
            getClient: askClientState,
            preview: askPolicyPreview,
            listOwed: askOwedCollections,
            enter: enterClientAction,
            leave: leaveClientAction,
            apply: applyBlueprintAction,
            set: applyPolicyAction,
            makeOwn: makeOwnCollectionsAction,
          }}
        />
      </PageBody>
    </>
  );
}
