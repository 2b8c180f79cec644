import { graphemes } from "@/lib/domain/graphemes";

const hasLetter = (text: string) => /[\p{L}\p{N}]/u.test(text);

/**
 * Up to two characters for an avatar: the first character of each of the first two words, or the first two of
 * an address. For a name without letters, it is the first character.
 */
export function initialsOf(name: string): string {
  const words = (name.split("@")[0] ?? "").split(/[\s._'’-]+/u).filter(hasLetter);
  const [first, second] = words;
  if (!first) return graphemes(name.trim())[0] ?? "?";
  const letters = second ? [firstLetter(first), firstLetter(second)] : graphemes(first).slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}

const firstLetter = (word: string) => graphemes(word).find(hasLetter) ?? "";
