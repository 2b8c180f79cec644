import { z } from "zod";

// What a file says is a claim. These are the forms in which programs write a text, a number or a mark. An item with
// anything else there is no item; what has the right form and does not fit is mended, and named, in `fits.ts`.

/** A text. A number or a mark that stands in its place is written out. */
export const text = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
  .nullish();

export const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,15}$/)
      .transform(Number),
  ])
  .nullish();

export const mark = z
  .union([
    z.boolean(),
    z.literal([0, 1]).transform(Boolean),
    z.enum(["true", "false", "1", "0", ""]).transform((word) => word === "true" || word === "1"),
  ])
  .nullish();

/** An object as it is, with every name of its own, `__proto__` too, which Zod's records leave out. */
export const record = z.custom<Record<string, unknown>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

/** A number or a mark written out; anything else as it is. */
export const writtenOut = (value: unknown): unknown =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : value;

/** A date as items keep it; without one, the beginning of the count. What is no date stays as it is. */
export function momentOf(date: string | number | Date | null | undefined): string {
  const read = new Date(date ?? 0);
  const year = read.getUTCFullYear();
  return year >= 0 && year <= 9999 ? read.toISOString() : String(date);
}
