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

/** The details of an entry as its sentence takes them. Ids are shown by their first eight characters. */
export const sentenceValues = ({
  subjectId,
  details,
}: Pick<EventRow, "subjectId" | "details">): EventDetails => ({
  ...missing,
  id: subjectId?.slice(0, 8) ?? "–",
  ...details,
});
