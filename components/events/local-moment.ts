/** A moment as a field of the browser shows it in a time zone, to the minute: 2026-11-22T09:00. Nothing as "". */
export function localMoment(moment: Date | null, timeZone: string): string {
  if (!moment) return "";
  // Swedish writes dates as ISO 8601 does.
  return moment
    .toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .replace(" ", "T");
}

/** The moment that was typed into such a field, as addresses say it. Undefined where nothing whole was typed. */
export function instantOf(local: string): string | undefined {
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
