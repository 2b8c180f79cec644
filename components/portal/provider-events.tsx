"use client";

import { EventList } from "@/components/events/event-list";
import type { EventPage } from "@/components/events/events";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  providerId: string;
  first: EventPage;
  ask: (input: { providerId: string; cursor: string }) => Promise<ActionResult<EventPage>>;
};

/** The provider's log; its earlier pages are asked for by its id. */
export const ProviderEvents = ({ providerId, first, ask }: Props) => (
  <EventList first={first} ask={(cursor) => ask({ providerId, cursor })} />
);
