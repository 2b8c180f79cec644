import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { fileActions } from "@/app/(vault)/vault/file-actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { finishImportAction, importItemsAction, undoImportAction } from "@/app/import/actions";
import { askImportedItems, askItemsToReport, askMyVault, askOrganizationKey } from "@/app/questions";
import { ImportPage } from "@/components/import/import-page";
import { AskAnew } from "@/components/shell/ask-anew";
import { userIdOf } from "@/lib/domain/actor";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { getImportPlace } from "@/lib/operations/import/get-import-place";
import { currentActor } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("import"))("title"),
});

export default async function ImportIntoOrganization({
  params,
}: PageProps<"/organizations/[organizationId]/import">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { collections, ...place } = await load(getImportPlace, { organizationId });
  const userId = userIdOf(await currentActor()) ?? "";
  return (
    <ImportPage
      account={<HeaderMenu />}
      place={{
        ...place,
        organizationId,
        owner: frame.result.name,
        rememberedAs: `${userId} ${organizationId}`,
      }}
      names={{ organizationId, getKey: askOrganizationKey, rows: collections }}
      actions={{
        getKey: askOrganizationKey,
        ask: { myVault: askMyVault, organizationItems: askItemsToReport },
        send: importItemsAction,
        askItems: askImportedItems,
        files: fileActions,
        finish: finishImportAction,
        undo: undoImportAction,
      }}
    />
  );
}
