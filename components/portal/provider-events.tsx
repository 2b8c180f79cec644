"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type AskLoggedClients, ClientFilter } from "@/components/events/client-filter";
import { EventLog, type EventLogProps } from "@/components/events/event-log";
import type { EventPage, EventView, ListActors } from "@/components/events/events";
import { listAddress } from "@/components/lists/list-address";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { type ProviderLogOver, providerLogsOver } from "@/lib/domain/event-log";
import { type EventKind, eventKinds, kindsInLog } from "@/lib/domain/event-types";
import type { ActionResult } from "@/lib/http/result";

type Props = EventLogProps & {
  providerId: string;
  ask: (input: { providerId: string } & EventView) => Promise<ActionResult<EventPage>>;
  listActors: (input: { providerId: string }) => ReturnType<ListActors>;
  listClients: AskLoggedClients;
};

const kinds: Record<ProviderLogOver, readonly EventKind[]> = {
  own: kindsInLog("provider"),
  clients: eventKinds,
};

/** The provider's log, alone or with what its people did in its clients. */
export function ProviderEvents({ providerId, ask, listActors, listClients, ...log }: Props) {
  const t = useTranslations("portal.events");
  const { path, query, view } = log;
  const over = view.over ?? "own";
  return (
    <>
      <SegmentedFilter
        label={t("over.label")}
        segments={providerLogsOver.map((each) => ({
          label: t(`over.${each}`),
          // The two do not have the same kinds.
          href: listAddress(path, query, { over: each === "own" ? undefined : each, kind: undefined }),
          current: each === over,
        }))}
      />
      <EventLog
        {...log}
        kinds={kinds[over]}
        ask={useCallback((asked: EventView) => ask({ providerId, ...asked }), [providerId, ask])}
        listActors={useCallback(() => listActors({ providerId }), [providerId, listActors])}
        clientField={(chosen, choose) => (
          <ClientFilter providerId={providerId} chosen={chosen} onChoose={choose} ask={listClients} />
        )}
        showsClient={over === "clients"}
      />
    </>
  );
}
