import { z } from "zod";

/** How much the date of a revision changes in apps that keep whole seconds, in milliseconds. Protocol chapter 5.6. */
const roundedBy = 1000;

/**
 * The version that somebody has edited, by the date of its revision. Apps know about when that was, or not at all: then
 * it is `about` null, and nothing is compared.
 */
export const KnownRevision = z.union([z.object({ about: z.date().nullable() }), z.coerce.date()], {
  error: "invalid",
});
export type KnownRevision = z.infer<typeof KnownRevision>;

/** Whether an item is still as it was when somebody began to edit it. */
export function isAsKnown(revisedAt: Date, known: KnownRevision): boolean {
  if (known instanceof Date) return Number(revisedAt) === Number(known);
  return known.about === null || Math.abs(Number(revisedAt) - Number(known.about)) <= roundedBy;
}
