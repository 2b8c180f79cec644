"use client";

import { useCallback } from "react";
import { EventLog, type EventLogProps } from "@/components/events/event-log";
import type { EventPage, EventView, ListActors } from "@/components/events/events";
import type { EventKind } from "@/lib/domain/event-types";
import type { ActionResult } from "@/lib/http/result";

type Props = EventLogProps & {
  providerId: string;
  ask: (input: { providerId: string } & EventView) => Promise<ActionResult<EventPage>>;
  listActors: (input: { providerId: string }) => ReturnType<ListActors>;
};

const kinds: readonly EventKind[] = ["provider_member", "client", "provider", "user"];

/** The provider's log. */
export function ProviderEvents({ providerId, ask, listActors, ...log }: Props) {
  return (
    <EventLog
      {...log}
      kinds={kinds}
      ask={useCallback((view: EventView) => ask({ providerId, ...view }), [providerId, ask])}
      listActors={useCallback(() => listActors({ providerId }), [providerId, listActors])}
    />
  );
}
