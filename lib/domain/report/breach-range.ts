import { z } from "zod";

/** The first 20 bits of a password's SHA-1, in capital letters: all that ever leaves a browser of it. */
export const BreachPrefix = z.string().regex(/^[0-9A-F]{5}$/, { error: "invalid" });

export const AskBreachRange = z.object({ prefix: BreachPrefix });

const line = /^([0-9A-F]{35}):(\d{1,12})$/;

/**
 * How often each password of a range was seen, by the rest of its SHA-1. Lines that were seen 0 times are padding, by
 * which nobody can tell ranges apart by their length.
 */
export function readRange(text: string): Map<string, number> {
  const seen = new Map<string, number>();
  for (const each of text.split(/\r?\n/)) {
    const [, rest, times] = line.exec(each.trim().toUpperCase()) ?? [];
    if (rest && Number(times) > 0) seen.set(rest, Number(times));
  }
  return seen;
}
