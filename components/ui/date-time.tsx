"use client";

import { useFormatter, useLocale } from "next-intl";
import { useTimeZone } from "@/components/ui/use-time-zone";
import { withOrdinal } from "@/lib/i18n/first-of-month";

type Props = {
  /** An instant; as text, in ISO 8601. */
  value: Date | string;
  /** `exact` says the seconds and the time zone too. */
  show?: "date" | "date and time" | "exact";
};

/** An instant as the person writes it, where they are; the same instant in UTC on hover. */
export function DateTime({ value, show = "date and time" }: Props) {
  const format = useFormatter();
  const locale = useLocale();
  const timeZone = useTimeZone();
  const instant = new Date(value);
  const text = format.dateTime(instant, {
    dateStyle: "medium",
    ...(show !== "date" && { timeStyle: show === "exact" ? "long" : "short" }),
    timeZone,
  });
  return (
    <time
      dateTime={instant.toISOString()}
      title={`${instant.toISOString().slice(0, 19).replace("T", " ")} UTC`}
    >
      {withOrdinal(text, locale)}
    </time>
  );
}
