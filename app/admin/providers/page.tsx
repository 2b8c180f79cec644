import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { InviteProviderButton } from "@/components/admin/invite-provider-button";
import { ProviderTable } from "@/components/admin/provider-table";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { PageBody } from "@/components/shell/page-body";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { load } from "@/lib/http/page";
import { listProviders } from "@/lib/operations/admin/list-providers";
import {
  correctProviderInvitationAction,
  inviteProviderAction,
  resendProviderInvitationAction,
  withdrawProviderInvitationAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title") };
}

export default async function ProvidersPage({ searchParams }: PageProps<"/admin/providers">) {
  const query: ListParams = await searchParams;
  const { providers, next } = await load(listProviders, { cursor: wordsOf(query).cursor });
  const t = await getTranslations("admin");
  const path = "/admin/providers";
  const invite = <InviteProviderButton invite={inviteProviderAction} />;

  return (
    <>
      <PortalHeader title={t("title")} actions={invite} />
      <PageBody>
        {providers.length > 0 ? (
          <>
            <ProviderTable
              providers={providers}
              actions={{
                resend: resendProviderInvitationAction,
                correct: correctProviderInvitationAction,
                withdraw: withdrawProviderInvitationAction,
              }}
            />
            <ListPages path={path} query={query} next={next}>
              {query.cursor || next
                ? t("list.page", { count: providers.length })
                : t("list.count", { count: providers.length })}
            </ListPages>
          </>
        ) : (
          <Card>
            <EmptyState illustration="clients" title={t("list.emptyTitle")} action={invite}>
              {t("list.emptyText")}
            </EmptyState>
          </Card>
        )}
      </PageBody>
    </>
  );
}
