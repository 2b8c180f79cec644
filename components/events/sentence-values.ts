import type { EventRow } from "@/components/events/events";
import type { EventDetailName, EventDetails } from "@/lib/domain/events";

type Values = Record<string, string | number>;

/** An entry without a detail is still told, with one of these instead. */
const missing: Record<EventDetailName, string | number> = {
  email: "–",
  name: "–",
  client: "–",
  role: "none",
  act: "none",
  visitor: "none",
  from: "–",
  to: "none",
  plan: "none",
  seats: 0,
  change: "none",
  given: 0,
  changed: 0,
  taken: 0,
  collections: 0,
  waiting: 0,
  lost: 0,
  hours: 0,
  before: 0,
  language: "none",
  device: "none",
  why: "–",
  policy: "none",
  group: "–",
  provider: "–",
  asker: "none",
  askedAt: "–",
  readyAt: "none",
  number: "–",
  month: "–",
  outcome: "none",
  amount: "–",
  count: 0,
  kept: 0,
  refused: 0,
  format: "none",
  job: "none",
  until: "–",
};

/** An id short enough to be said: its first eight characters. */
export const shortId = (id: string): string => id.slice(0, 8);

/**
 * The details of an entry as its sentence takes them.
 *
 * @param name what the collection or item is called; without it, it goes by its id.
 * @param saidAt says a moment; without it, as files do, in the time of the server.
 */
export const sentenceValues = (
  { subjectId, details }: Pick<EventRow, "subjectId" | "details">,
  name?: string,
  saidAt: (moment: string) => string = inUtc,
): Values => ({
  ...missing,
  id: name ?? (subjectId ? shortId(subjectId) : "–"),
  ...Object.fromEntries(Object.entries(details ?? {}).map(([name, value]) => [name, shown(value, saidAt)])),
});

const isMoment = (value: EventDetails[string]): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);

function inUtc(moment: string): string {
  return `${moment.slice(0, 16).replace("T", " ")} UTC`;
}

/** Of a list, the sentence says how many entries it has. */
const shown = (value: EventDetails[string], saidAt: (moment: string) => string) => {
  if (Array.isArray(value)) return value.length;
  return isMoment(value) ? saidAt(value) : value;
};
