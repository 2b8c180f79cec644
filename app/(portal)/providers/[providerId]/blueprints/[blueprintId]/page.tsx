import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { askBlueprints, askProviderKey } from "@/app/questions";
import { BlueprintView } from "@/components/blueprints/blueprint-view";
import { PageBody } from "@/components/shell/page-body";
import { LinkButton } from "@/components/ui/link-button";
import { load } from "@/lib/http/page";
import { getBlueprint } from "@/lib/operations/blueprint/get-blueprint";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { deleteBlueprintAction, renameBlueprintAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("blueprints");
  return { title: t("one") };
}

export default async function BlueprintPage({
  params,
}: PageProps<"/providers/[providerId]/blueprints/[blueprintId]">) {
  const { providerId, blueprintId } = await params;
  const blueprint = await load(getBlueprint, { providerId, blueprintId });
  const { may } = await load(getProviderFrame, { providerId });
  const t = await getTranslations("blueprints");
  return (
    <>
      <PortalHeader
        title={t("one")}
        actions={
          <LinkButton href={`/providers/${providerId}/blueprints`} variant="quiet">
            {t("all")}
          </LinkButton>
        }
      />
      <PageBody>
        <BlueprintView
          sealed={{ providerId, getKey: askProviderKey, blueprint }}
          manage={
            may.includes("manage_blueprints")
              ? { rename: renameBlueprintAction, list: askBlueprints, deleteIt: deleteBlueprintAction }
              : null
          }
        />
      </PageBody>
    </>
  );
}
