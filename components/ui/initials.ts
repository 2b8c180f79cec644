import { graphemes } from "@/lib/domain/graphemes";

const hasLetter = (text: string) => /[\p{L}\p{N}]/u.test(text);

/**
 * Up to two characters for an avatar: the first character of each of the first two words, or the first two of
 * an address, in the order in which they are read. Letters of scripts that join them, as Arabic does, stay apart:
 * together they would look like a word. For a name without letters, it is the first character.
 */
export function initialsOf(name: string): string {
  const words = (name.split("@")[0] ?? "").split(/[\s._'’-]+/u).filter(hasLetter);
  const [first, second] = words;
  if (!first) return graphemes(name.trim())[0] ?? "?";
  const letters = second
    ? [firstLetter(first), firstLetter(second)]
    : graphemes(first).filter(hasLetter).slice(0, 2);
  // The server and every browser write the same, whatever their language.
  return letters.join(letters.some(isJoined) ? "\u200c" : "").toUpperCase();
}

const isJoined = (letter: string) => /\p{Script=Arabic}|\p{Script=Syriac}/u.test(letter);

const firstLetter = (word: string) => graphemes(word).find(hasLetter) ?? "";
