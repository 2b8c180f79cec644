import "server-only";
import { z } from "zod";
import { ProviderId } from "@/lib/domain/ids";
import { listActors } from "@/lib/operations/event/internal/list-actors";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** By whom a provider's log can be filtered. */
export const listProviderActors = defineQuery({
  name: "event.list_actors_of_provider",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.read_events,
  read: ({ tx, input: { providerId } }) => listActors(tx, providerId),
});
