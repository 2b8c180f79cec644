import { z } from "zod";
import { graphemes } from "@/lib/domain/graphemes";
import { folded } from "@/lib/domain/search";

/**
 * Joiners that belong to what is written: between the parts of an emoji or the letters of a flag, between Arabic
 * letters (Persian needs them), after a virama and between letters of the scripts of India.
 */
const joined = [
  String.raw`\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)+`,
  String.raw`\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}`,
  String.raw`[\p{Script=Arabic}\p{Script=Syriac}]\p{M}*\u200c(?=[\p{Script=Arabic}\p{Script=Syriac}])`,
  String.raw`[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u17d2][\u200c\u200d]`,
  String.raw`[\u0900-\u0dff][\u200c\u200d](?=[\u0900-\u0dff])`,
].join("|");

/**
 * Control characters, halves of a character, which no database takes, and the marks that turn or hide text: they
 * never help a name, and may disguise one.
 */
const invisible = String.raw`\p{Cc}|\p{Cs}|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}`;

const joinedOrInvisible = new RegExp(`(${joined})|${invisible}`, "gu");

/** A name as it is kept and shown: composed, on one line, without anything that nobody sees. */
export const tidyName = (text: string): string =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(joinedOrInvisible, "$1").replace(/ +/g, " ").trim();

/** The clients' limit, in characters as people count them. */
export const nameLimit = 50;

/**
 * The longest name in bytes. One character, as people count, can be many bytes, and a row of an index holds
 * 2,704 bytes in all.
 */
export const nameBytes = 1000;

const TidyName = z.string().max(10_000, { error: "too_long" }).transform(tidyName);

/**
 * Refuses what is longer, with the words of a form.
 *
 * @param limit in characters, as people count them.
 * @param bytes in UTF-8. A name that is kept sealed has no limit of its own: what is sealed has one.
 */
export const within =
  (limit: number, bytes = Number.POSITIVE_INFINITY) =>
  (name: string, context: z.RefinementCtx<string>): void => {
    if (graphemes(name).length <= limit && new TextEncoder().encode(name).length <= bytes) return;
    const tooLong = { code: "too_big", origin: "string", maximum: limit, inclusive: true } as const;
    context.addIssue({ ...tooLong, input: name, message: "too_long" });
  };

/** A visible name: one line, no direction marks, of at most so many characters. */
export const limitedName = (limit: number) =>
  TidyName.pipe(z.string().min(1, { error: "required" }).superRefine(within(limit, nameBytes)));

/** The same within the clients' limit. */
export const Name = limitedName(nameLimit);

/** The same for a name that can be left out. An empty text becomes null. */
export const OptionalName = TidyName.pipe(z.string().superRefine(within(nameLimit, nameBytes))).transform(
  (name) => (name === "" ? null : name),
);

/**
 * The key a list of names is sorted and searched by, so that "École" stands between "Dune" and "Fjord". A letter can be
 * many in it (U+FDFA is eighteen), and a row of an index holds the key and the name, so the key is as long as a name at
 * most.
 */
export function sortKey(name: string): string {
  const bytes = new TextEncoder().encode(folded(name));
  // In a stream, what is cut in the middle of a character is waited for, and left out here.
  return new TextDecoder().decode(bytes.subarray(0, nameBytes), { stream: true });
}
