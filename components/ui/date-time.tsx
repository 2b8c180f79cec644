import { useFormatter } from "next-intl";

type Props = {
  /** An instant; as text, in ISO 8601. */
  value: Date | string;
  /** IANA name, such as "Europe/Paris"; without it, that of next-intl's configuration. */
  timeZone?: string;
  show?: "date" | "date and time";
};

/** An instant as the person writes it; the same instant in UTC on hover. */
export function DateTime({ value, timeZone, show = "date and time" }: Props) {
  const format = useFormatter();
  const instant = new Date(value);
  const text = format.dateTime(instant, {
    dateStyle: "medium",
    ...(show === "date" ? {} : { timeStyle: "short" }),
    ...(timeZone ? { timeZone } : {}),
  });
  return (
    <time
      dateTime={instant.toISOString()}
      title={`${instant.toISOString().slice(0, 19).replace("T", " ")} UTC`}
    >
      {text}
    </time>
  );
}
