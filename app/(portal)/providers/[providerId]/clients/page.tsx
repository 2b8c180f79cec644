import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { askProviderKey } from "@/app/questions";
import { AddClient } from "@/components/clients/add-client";
import { ClientList } from "@/components/clients/client-list";
import { MoreAboutClients } from "@/components/clients/more-about-clients";
import { NewClientByLink } from "@/components/clients/new-client-by-link";
import { NoClients } from "@/components/clients/no-clients";
import { SeatTile } from "@/components/clients/seat-tile";
import { TagFilter } from "@/components/clients/tag-filter";
import { type ListParams, listAddress, sortsOf, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { ListSearch } from "@/components/lists/list-search";
import { PageBody } from "@/components/shell/page-body";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { clientFilters, clientSorts, ListClients } from "@/lib/domain/provider/inputs";
import { load } from "@/lib/http/page";
import { listClients } from "@/lib/operations/client/list-clients";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { PortalHeader } from "../../portal-header";
import { adding, inList } from "./acts";

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
  const { clients, seats, tags, hasClients, next } = await load(listClients, { providerId, ...view });
  const provider = await load(getProviderFrame, { providerId });
  const t = await getTranslations("clients");

  const path = `/providers/${providerId}/clients`;
  const { may, heldBack } = provider;
  const isCreateOff = heldBack.includes("create_clients");
  const showsCreate = may.includes("create_clients") || isCreateOff;
  const mayPurchase = may.includes("purchase_seats");
  const sealedTags = { providerId, getKey: askProviderKey, tags };
  const isFiltered = Boolean(view.status || view.tag);
  const isHeldBack = provider.state === "suspended" && view.status !== null && view.status !== "suspended";
  const segments = ([null, ...clientFilters] as const).map((status) => ({
    label: t(`filter.${status ?? "all"}`),
    href: listAddress(path, query, { status: status ?? undefined }),
    current: view.status === status,
  }));
  const newClient = (
    <AddClient
      providerId={providerId}
      providerName={provider.name}
      totals={seats}
      mayPurchase={mayPurchase}
      actions={adding}
      isHeldBack={isCreateOff}
    />
  );

  return (
    <>
      <PortalHeader
        title={t("title")}
        search={<ListSearch label={t("search")} />}
        actions={
          <>
            <MoreAboutClients
              sealed={sealedTags}
              view={{
                search: view.search,
                sort: view.sort,
                direction: view.direction,
                status: view.status,
                tag: view.tag,
              }}
              may={may}
              heldBack={heldBack}
              actions={inList}
            />
            {showsCreate ? newClient : null}
          </>
        }
      />
      {may.includes("create_clients") ? (
        <NewClientByLink providerId={providerId} totals={seats} mayPurchase={mayPurchase} actions={adding} />
      ) : null}
      <PageBody>
        <div className="grid gap-3.5 lg:grid-cols-2">
          <SeatTile totals={seats} />
        </div>
        {hasClients ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <SegmentedFilter label={t("filter.label")} segments={segments} />
            <TagFilter sealed={sealedTags} current={view.tag} />
          </div>
        ) : null}
        <ClientList
          providerId={providerId}
          clients={clients}
          totals={seats}
          may={may}
          heldBack={heldBack}
          sorts={sortsOf(path, query, view, clientSorts)}
          sealedTags={sealedTags}
          actions={inList}
          empty={
            <NoClients path={path} search={view.search} isFiltered={isFiltered} isHeldBack={isHeldBack}>
              {showsCreate ? newClient : null}
            </NoClients>
          }
        />
        {clients.length > 0 ? (
          <ListPages path={path} query={query} next={next}>
            {query.cursor || next
              ? t("list.page", { count: clients.length })
              : t("list.count", { count: clients.length })}
          </ListPages>
        ) : null}
      </PageBody>
    </>
  );
}
