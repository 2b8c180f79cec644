import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { InvoiceTable } from "@/components/billing/invoice-table";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { PageBody } from "@/components/shell/page-body";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { load } from "@/lib/http/page";
import { listInvoices } from "@/lib/operations/billing/list-invoices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.history");
  return { title: t("title") };
}

export default async function HistoryPage({
  params,
  searchParams,
}: PageProps<"/providers/[providerId]/billing/history">) {
  const { providerId } = await params;
  const query: ListParams = await searchParams;
  const { invoices, next } = await load(listInvoices, { providerId, cursor: wordsOf(query).cursor });
  const t = await getTranslations("billing.history");
  const path = `/providers/${providerId}/billing/history`;
  return (
    <>
      <PortalHeader title={t("title")} />
      <PageBody>
        {invoices.length > 0 ? (
          <>
            <InvoiceTable path={path} invoices={invoices} />
            <ListPages path={path} query={query} next={next}>
              {query.cursor || next
                ? t("page", { count: invoices.length })
                : t("count", { count: invoices.length })}
            </ListPages>
          </>
        ) : (
          <Card>
            <EmptyState illustration="log" title={t("emptyTitle")}>
              {t("emptyText")}
            </EmptyState>
          </Card>
        )}
      </PageBody>
    </>
  );
}
