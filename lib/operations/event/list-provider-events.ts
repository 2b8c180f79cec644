import "server-only";
import { ListProviderEvents } from "@/lib/domain/event-log";
import { readEvents } from "@/lib/operations/event/internal/read-events";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** The provider's own log. The acts of its people inside a client are in that client's log. */
export const listProviderEvents = defineQuery({
  name: "event.list_of_provider",
  input: ListProviderEvents,
  access: inProvider.read_events,
  read: ({ tx, input: { providerId, of, ...view } }) => readEvents(tx, providerId, view, of),
});
