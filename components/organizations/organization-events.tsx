"use client";

import { useCallback } from "react";
import { EventList } from "@/components/events/event-list";
import type { EventPage } from "@/components/events/events";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  organizationId: string;
  first: EventPage;
  ask: (input: { organizationId: string; cursor: string }) => Promise<ActionResult<EventPage>>;
};

/** The organization's log; later pages are asked for by the same query as the first. */
export function OrganizationEvents({ organizationId, first, ask }: Props) {
  const more = useCallback((cursor: string) => ask({ organizationId, cursor }), [organizationId, ask]);
  return <EventList first={first} ask={more} />;
}
