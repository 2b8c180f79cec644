import type { EventRow } from "@/components/events/events";

/**
 * What the client is called that an event is about. Of a client that has left its provider, what the event itself says;
 * null where it says nothing.
 */
export function clientNameOf({ type, client, details }: Pick<EventRow, "type" | "client" | "details">) {
  if (client?.name) return client.name;
  if (!type.startsWith("client.")) return null;
  const said = details?.client ?? details?.name ?? (type === "client.renamed" ? details?.to : null);
  return typeof said === "string" ? said : null;
}
