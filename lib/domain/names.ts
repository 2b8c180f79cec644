import { z } from "zod";

/** Control characters and the marks that turn or hide text: they never help a name, and may disguise one. */
const invisible = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const tidy = (text: string) => text.normalize("NFC").replace(invisible, "").replace(/\s+/gu, " ").trim();

/** A visible name: one line, no direction marks, within the clients' limit of 50 characters. */
export const Name = z
  .string()
  .max(10_000, { error: "too_long" })
  .transform(tidy)
  .pipe(z.string().min(1, { error: "required" }).max(50, { error: "too_long" }));

/** The same, where nothing at all is an answer too. Empty becomes null. */
export const OptionalName = z
  .string()
  .max(10_000, { error: "too_long" })
  .transform(tidy)
  .pipe(z.string().max(50, { error: "too_long" }))
  .transform((name) => (name === "" ? null : name));

/**
 * The key a list of names is sorted and searched by: without accents or case, so that "École" stands
 * between "Dune" and "Fjord" in any database, whatever its collations.
 */
export const sortKey = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss");
