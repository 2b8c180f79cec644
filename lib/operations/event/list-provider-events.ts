import "server-only";
import { ListProviderEvents } from "@/lib/domain/event-log";
import { scopeOf } from "@/lib/operations/event/internal/provider-scope";
import { readEvents } from "@/lib/operations/event/internal/read-events";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** The provider's own log, or with it the acts of its people in its clients, which stand in the logs of these. */
export const listProviderEvents = defineQuery({
  name: "event.list_of_provider",
  input: ListProviderEvents,
  access: inProvider.read_events,
  read: ({ tx, input: { providerId, of, over, client, ...view } }) =>
    readEvents(tx, scopeOf(providerId, { over, client }), view, of),
});
