import type { EventRow } from "@/components/events/events";
import type { EventDetails } from "@/lib/domain/events";

type Values = Record<string, string | number>;

/** What sentences may name. An entry without a detail is still told, with a dash instead. */
const missing: Values = {
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
  taken: 0,
  collections: 0,
  waiting: 0,
  lost: 0,
  hours: 0,
  policy: "none",
  group: "–",
  asker: "none",
  askedAt: "–",
  readyAt: "none",
  count: 0,
  refused: 0,
  job: "none",
};

/** An id short enough to be said: its first eight characters. */
export const shortId = (id: string): string => id.slice(0, 8);

/**
 * The details of an entry as its sentence takes them.
 *
 * @param name what the collection or item is called; without it, it goes by its id.
 */
export const sentenceValues = (
  { subjectId, details }: Pick<EventRow, "subjectId" | "details">,
  name?: string,
): Values => ({
  ...missing,
  id: name ?? (subjectId ? shortId(subjectId) : "–"),
  ...Object.fromEntries(Object.entries(details ?? {}).map(([name, value]) => [name, shown(value)])),
});

const isMoment = (value: EventDetails[string]): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);

/** Of a list, the sentence says how many entries it has; a moment is said in the time of the server, as in letters. */
const shown = (value: EventDetails[string]) => {
  if (Array.isArray(value)) return value.length;
  return isMoment(value) ? `${value.slice(0, 16).replace("T", " ")} UTC` : value;
};
