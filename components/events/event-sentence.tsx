import { useTranslations } from "next-intl";
import type { EventRow } from "@/components/events/events";
import type { EventDetails } from "@/lib/domain/events";

/** What sentences may name. An entry without a detail is still told, with a dash in its place. */
const missing: EventDetails = {
  email: "–",
  name: "–",
  client: "–",
  role: "none",
  from: "–",
  to: "none",
  plan: "none",
  seats: 0,
};

/** What happened, as a sentence, with the number that parsers of logs know it by. */
export function EventSentence({ event }: { event: EventRow }) {
  const t = useTranslations("event");
  const id = event.subjectId?.slice(0, 8) ?? "–";
  const values = { ...missing, id, ...event.details };
  return (
    <span className="min-w-0 break-words">
      {t(event.type, values)}{" "}
      <span className="whitespace-nowrap text-label text-muted tabular-nums">
        {t("list.number", { number: String(event.number) })}
      </span>
    </span>
  );
}
