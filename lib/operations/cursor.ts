import "server-only";
import type { z } from "zod";

/** A place in a list as a text for the address bar. Opaque: what is in it may change. */
export const writeCursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place that a cursor names; null when it is not one of ours, and the list then starts at its beginning. */
export function readCursor<Schema extends z.ZodType>(
  schema: Schema,
  text: string | undefined,
): z.output<Schema> | null {
  if (!text) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
