import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { askLinkable, askOrganizationKey, askProviderKey, askUnlinking } from "@/app/questions";
import { AddClient } from "@/components/clients/add-client";
import { ClientTable } from "@/components/clients/client-table";
import { SeatTile } from "@/components/clients/seat-tile";
import { type ListParams, sortsOf, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { ListSearch } from "@/components/lists/list-search";
import { Checklist } from "@/components/portal/checklist";
import { PageBody } from "@/components/shell/page-body";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { clientSorts, ListClients } from "@/lib/domain/provider/inputs";
import { load } from "@/lib/http/page";
import { listClients } from "@/lib/operations/client/list-clients";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { PortalHeader } from "../../portal-header";
import {
  correctClientAction,
  createClientAction,
  linkClientAction,
  renameClientAction,
  setClientSeatsAction,
  unlinkClientAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("title") };
}

export default async function ClientsPage({
  params,
  searchParams,
}: PageProps<"/providers/[providerId]/clients">) {
  const { providerId } = await params;
  const query: ListParams = await searchParams;
  const view = ListClients.omit({ providerId: true }).parse(wordsOf(query));
  const { clients, seats, steps, next } = await load(listClients, { providerId, ...view });
  const provider = await load(getProviderFrame, { providerId });
  const t = await getTranslations("clients");

  const path = `/providers/${providerId}/clients`;
  const { may, heldBack } = provider;
  const isCreateOff = heldBack.includes("create_clients");
  const showsCreate = may.includes("create_clients") || isCreateOff;
  const add = {
    create: createClientAction,
    correct: correctClientAction,
    link: linkClientAction,
    listLinkable: askLinkable,
    askProviderKey,
    askOrganizationKey,
  };
  const newClient = (
    <AddClient
      providerId={providerId}
      providerName={provider.name}
      totals={seats}
      actions={add}
      disabled={isCreateOff}
    />
  );

  return (
    <>
      <PortalHeader
        title={t("title")}
        search={<ListSearch label={t("search")} />}
        actions={showsCreate ? newClient : null}
      />
      <PageBody>
        <div className="grid gap-3.5 lg:grid-cols-2">
          <SeatTile totals={seats} />
        </div>
        {clients.length > 0 ? (
          <ClientTable
            providerId={providerId}
            clients={clients}
            totals={seats}
            may={may}
            sorts={sortsOf(path, query, view, clientSorts)}
            actions={{
              rename: renameClientAction,
              setSeats: setClientSeatsAction,
              unlink: unlinkClientAction,
              getUnlinking: askUnlinking,
            }}
          />
        ) : (
          <Card>
            {view.search ? (
              <EmptyState illustration="clients" title={t("list.nothingTitle")}>
                {t("list.nothingText")}
              </EmptyState>
            ) : (
              <EmptyState
                illustration="clients"
                title={t("list.emptyTitle")}
                action={showsCreate ? newClient : null}
              >
                {showsCreate ? t("list.emptyAdmin") : t("list.emptyUser")}
              </EmptyState>
            )}
          </Card>
        )}
        {clients.length > 0 ? (
          <ListPages path={path} query={query} next={next}>
            {query.cursor || next
              ? t("list.page", { count: clients.length })
              : t("list.count", { count: clients.length })}
          </ListPages>
        ) : null}
        {showsCreate ? <Checklist providerId={providerId} steps={steps} /> : null}
      </PageBody>
    </>
  );
}
