import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { events } from "@/db/schema/events";
import { ProviderId } from "@/lib/domain/ids";
import { pageOnly } from "@/lib/domain/list-view";
import { readEvents } from "@/lib/operations/event/internal/read-events";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** The provider's own log. The acts of its people inside a client are in that client's log. */
export const listProviderEvents = defineQuery({
  name: "event.list_of_provider",
  input: z.object({ providerId: ProviderId, ...pageOnly() }),
  access: inProvider.read_events,
  read: ({ tx, input: { providerId, cursor } }) =>
    readEvents(tx, and(eq(events.providerId, providerId), isNull(events.organizationId)), cursor),
});
