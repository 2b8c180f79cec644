"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useCallback } from "react";
import { EventExport } from "@/components/events/event-export";
import { EventFilters } from "@/components/events/event-filters";
import { EventList } from "@/components/events/event-list";
import type { AskEvents, EventPage, EventView, ListActors, SubjectNames } from "@/components/events/events";
import { type ListParams, listAddress } from "@/components/lists/list-address";
import { LinkButton } from "@/components/ui/link-button";
import type { EventKind } from "@/lib/domain/event-types";

export type EventLogProps = {
  /** The address of the page, and what stands in it. */
  path: string;
  query: ListParams;
  view: EventView;
  first: EventPage;
};

type Props = EventLogProps & {
  kinds: readonly EventKind[];
  ask: AskEvents;
  listActors: ListActors;
  namesOf?: (page: EventPage) => Promise<SubjectNames>;
} & Pick<ComponentProps<typeof EventList>, "marksProvider" | "showsClient" | "named"> &
  Pick<ComponentProps<typeof EventFilters>, "clientField">;

/** A log with its filters: of an organization, or of a provider. */
export function EventLog(props: Props) {
  const { path, query, view, first, kinds, ask, listActors, clientField, namesOf, ...list } = props;
  const more = useCallback((cursor: string) => ask({ ...view, cursor }), [ask, view]);
  const { kind, actor, item, member, client, from, to } = view;
  const filters = [kind, actor, item, member, client, from, to];
  // Another first page begins the list anew.
  const shown = JSON.stringify([...filters, view.over, first.events[0]?.sequence]);
  return (
    <>
      <EventFilters
        path={path}
        query={query}
        filters={view}
        kinds={kinds}
        listActors={listActors}
        {...(clientField && { clientField })}
        exporting={(isStale) => (
          <EventExport
            view={view}
            ask={ask}
            isStale={isStale}
            {...(namesOf && { namesOf })}
            {...(list.showsClient && { showsClient: true })}
          />
        )}
      />
      <OnlyOf path={path} query={query} view={view} member={first.member} />
      <EventList key={shown} first={first} more={more} isFiltered={filters.some(Boolean)} {...list} />
    </>
  );
}

type OnlyOfProps = Pick<EventLogProps, "path" | "query" | "view"> & Pick<EventPage, "member">;

/** Of whom or what the log is shown, where somebody came here for one member or item. */
function OnlyOf({ path, query, view, member }: OnlyOfProps) {
  const t = useTranslations("event.filters");
  if (!view.member && !view.item) return null;
  const what = view.member
    ? t("onlyMember", { name: member?.name ?? member?.email ?? t("unnamedMember") })
    : t("onlyItem");
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <p>{what}</p>
      <LinkButton
        href={listAddress(path, query, { member: undefined, item: undefined })}
        variant="quiet"
        size="s"
        icon={<X aria-hidden="true" />}
      >
        {t("showAll")}
      </LinkButton>
    </div>
  );
}
