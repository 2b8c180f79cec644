import { useFormatter, useTranslations } from "next-intl";
import type { EventRow } from "@/components/events/events";
import { sentenceValues, shortId } from "@/components/events/sentence-values";
import { useTimeZone } from "@/components/ui/use-time-zone";

/**
 * What happened, as a sentence. After it stand the event's number, by which parsers of logs know it, and the id
 * of whatever is named.
 */
export function EventSentence({ event, name }: { event: EventRow; name: string | undefined }) {
  const t = useTranslations("event");
  const format = useFormatter();
  const timeZone = useTimeZone();
  const saidAt = (moment: string) =>
    format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <span className="min-w-0 wrap-anywhere">
      {t(event.type, sentenceValues(event, name, saidAt))}{" "}
      <span className="whitespace-nowrap text-label text-muted tabular-nums">
        {name && event.subjectId ? `${shortId(event.subjectId)} ` : null}
        {t("list.number", { number: String(event.number) })}
      </span>
    </span>
  );
}
