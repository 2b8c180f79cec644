import "server-only";
import { z } from "zod";
import { nameBytes } from "@/lib/domain/names";

/**
 * A place in a list as a text for the address bar. Opaque: what is in it may change. `list` names the list and
 * its order, so that the place of one is none in another.
 */
export const writeCursor = (list: string, place: unknown) =>
  Buffer.from(JSON.stringify([list, place])).toString("base64url");

/** The place that a cursor names; null when it is not one of this list's, which then starts at its beginning. */
export function readCursor<Schema extends z.ZodType>(
  list: string,
  schema: Schema,
  text: string | null | undefined,
): z.output<Schema> | null {
  if (!text) return null;
  try {
    const [named, place] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return named === list ? schema.parse(place) : null;
  } catch {
    return null;
  }
}

/*
 * What a place is made of. Anybody can write a cursor by hand, so each takes only what the database compares
 * without an error, whatever it is.
 */

/**
 * Without what a text of PostgreSQL cannot hold: NUL, and halves of a character. The longest that a list writes is the
 * sort key of a name.
 */
export const PlaceText = z
  .string()
  .max(nameBytes)
  .refine((text) => !/[\0\p{Cs}]/u.test(text));

/** The range of `integer`. */
export const PlaceNumber = z.int32();

/** ISO 8601 knows the year 0 and PostgreSQL does not. */
export const PlaceMoment = z.iso.datetime().refine((text) => !text.startsWith("0000"));

export const PlaceId = z.uuid();

/** A number of an identity column: of `bigint`, what JavaScript counts exactly. */
export const PlaceSequence = z.int().nonnegative();
