import { useTranslations } from "next-intl";
import { clientNameOf } from "@/components/events/client-name-of";
import type { EventRow } from "@/components/events/events";
import { shortId } from "@/components/events/sentence-values";
import { AppLink } from "@/components/ui/app-link";

/** The client that an event is about. It leads to its console, unless it has left the provider. */
export function EventClient({ event }: { event: EventRow }) {
  const t = useTranslations("event.list");
  const { client } = event;
  const name = clientNameOf(event);
  if (client?.name)
    return (
      <AppLink href={`/organizations/${client.id}`} className="wrap-anywhere block text-link cells:min-w-36">
        <bdi>{client.name}</bdi>
      </AppLink>
    );
  if (name) return <bdi className="wrap-anywhere">{name}</bdi>;
  return client ? t("formerClient", { id: shortId(client.id) }) : <span className="rows:hidden">–</span>;
}
