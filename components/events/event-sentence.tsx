import { useTranslations } from "next-intl";
import type { EventRow } from "@/components/events/events";
import { sentenceValues } from "@/components/events/sentence-values";

/** What happened, as a sentence, with the number that parsers of logs know it by. */
export function EventSentence({ event }: { event: EventRow }) {
  const t = useTranslations("event");
  return (
    <span className="min-w-0 wrap-anywhere">
      {t(event.type, sentenceValues(event))}{" "}
      <span className="whitespace-nowrap text-label text-muted tabular-nums">
        {t("list.number", { number: String(event.number) })}
      </span>
    </span>
  );
}
