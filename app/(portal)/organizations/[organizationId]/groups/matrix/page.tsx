import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askAssignableMembers, askMemberAccess, askOrganizationKey } from "@/app/questions";
import { MatrixPage } from "@/components/groups/matrix-page";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { getMatrix } from "@/lib/operations/group/get-matrix";
import { changeGroupAccessAction } from "../actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("groups.matrix"))("title"),
});

export default async function MatrixOfGroups({
  params,
}: PageProps<"/organizations/[organizationId]/groups/matrix">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const matrix = await load(getMatrix, { organizationId });
  const t = await getTranslations("groups.matrix");
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <LinkButton href={`/organizations/${organizationId}/groups`} variant="quiet">
            {t("back")}
          </LinkButton>
        }
        account={<HeaderMenu />}
      />
      <PageBody>
        <MatrixPage
          organizationId={organizationId}
          matrix={matrix}
          sealed={{
            organizationId,
            getKey: askOrganizationKey,
            rows: matrix.collections.map(({ id, name }) => ({ id, name })),
          }}
          actions={{
            getKey: askOrganizationKey,
            changeAccess: changeGroupAccessAction,
            listMembers: askAssignableMembers,
            getMemberAccess: askMemberAccess,
          }}
        />
      </PageBody>
    </>
  );
}
