import { useTranslations } from "next-intl";
import type { EventRow } from "@/components/events/events";

/** Who did it. */
export function EventActor({ event }: { event: EventRow }) {
  const t = useTranslations("event.list");
  if (event.actorKind === "operator") return t("commandLine");
  if (event.actorKind !== "person" && event.actorKind !== "anonymous") return t("system");
  if (!event.actorId) return t("anonymous");
  const { actorName, actorEmail } = event;
  if (!actorName || !actorEmail)
    return <bdi className="wrap-anywhere">{actorEmail || actorName || t("unknownUser")}</bdi>;
  // People choose their own names, so only the address says whose account it is.
  return (
    <span className="flex min-w-0 flex-col cells:min-w-48 rows:flex-row rows:flex-wrap rows:gap-x-2">
      <bdi className="wrap-anywhere">{actorName}</bdi>
      <bdi className="wrap-anywhere text-label text-muted">{actorEmail}</bdi>
    </span>
  );
}
