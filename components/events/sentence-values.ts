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
};

/** The details of an entry as its sentence takes them. Ids are shown by their first eight characters. */
export const sentenceValues = ({ subjectId, details }: Pick<EventRow, "subjectId" | "details">): Values => ({
  ...missing,
  id: subjectId?.slice(0, 8) ?? "–",
  ...Object.fromEntries(Object.entries(details ?? {}).map(([name, value]) => [name, shown(value)])),
});

/** A list is told by how long it is. */
const shown = (value: EventDetails[string]) => (Array.isArray(value) ? value.length : value);
