import type { EventRow } from "@/components/events/events";

/**
 * What the client is called that an event is about. Of a client that has left its provider, what the provider's log or
 * the event itself says it was called; null where they say nothing.
 */
export function clientNameOf({ type, client, details }: Pick<EventRow, "type" | "client" | "details">) {
  if (client?.name) return client.name;
  if (client?.formerName) return client.formerName;
  if (!type.startsWith("client.")) return null;
  const said = details?.client ?? details?.name ?? (type === "client.renamed" ? details?.to : null);
  return typeof said === "string" ? said : null;
}
