import type { EventRow } from "@/components/events/events";
import type { EventDetails } from "@/lib/domain/events";

type Values = Record<string, string | number>;

/** What sentences may name. An entry without a detail is still told, with a dash in its place. */
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
};

/** An id as people can say it: its first eight characters. */
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

/** A list is told by how long it is. */
const shown = (value: EventDetails[string]) => (Array.isArray(value) ? value.length : value);
