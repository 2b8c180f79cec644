import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { InviteProviderButton } from "@/components/admin/invite-provider-button";
import { ProviderTable } from "@/components/admin/provider-table";
import { type ListParams, listAddress, sortsOf, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { ListSearch } from "@/components/lists/list-search";
import { NoneFit } from "@/components/lists/none-fit";
import { PageBody } from "@/components/shell/page-body";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { ListProviders, providerFilters, providerSorts } from "@/lib/domain/provider/inputs";
import { load } from "@/lib/http/page";
import { listProviders } from "@/lib/operations/admin/list-providers";
import {
  changeProviderTermsAction,
  correctProviderInvitationAction,
  inviteProviderAction,
  reinstateProviderAction,
  resendProviderInvitationAction,
  suspendProviderAction,
  withdrawProviderInvitationAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title") };
}

export default async function ProvidersPage({ searchParams }: PageProps<"/admin/providers">) {
  const query: ListParams = await searchParams;
  const view = ListProviders.parse(wordsOf(query));
  const { providers, next } = await load(listProviders, view);
  const t = await getTranslations("admin");
  const path = "/admin/providers";
  const invite = <InviteProviderButton invite={inviteProviderAction} />;
  const segments = ([null, ...providerFilters] as const).map((status) => ({
    label: t(`filter.${status ?? "all"}`),
    href: listAddress(path, query, { status: status ?? undefined }),
    current: view.status === status,
  }));

  return (
    <>
      <PortalHeader title={t("title")} search={<ListSearch label={t("list.search")} />} actions={invite} />
      <PageBody>
        <SegmentedFilter label={t("filter.label")} segments={segments} />
        {providers.length > 0 ? (
          <>
            <ProviderTable
              providers={providers}
              sorts={sortsOf(path, query, view, providerSorts)}
              actions={{
                resend: resendProviderInvitationAction,
                correct: correctProviderInvitationAction,
                withdraw: withdrawProviderInvitationAction,
                changeTerms: changeProviderTermsAction,
                suspend: suspendProviderAction,
                reinstate: reinstateProviderAction,
              }}
            />
            <ListPages path={path} query={query} next={next}>
              {query.cursor || next
                ? t("list.page", { count: providers.length })
                : t("list.count", { count: providers.length })}
            </ListPages>
          </>
        ) : view.search || view.status ? (
          <NoneFit
            illustration="clients"
            path={path}
            search={view.search}
            isFiltered={Boolean(view.status)}
            words={(word) => t(`list.${word}`)}
          />
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
