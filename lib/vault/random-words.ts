import { randomBelow } from "@/lib/vault/random-below";

/** Draws words of the EFF's long list, which fingerprint phrases use too. Some 7,770 words carry 12.9 bits each. */
export async function loadWords(): Promise<() => string> {
  // The list is 60 kB: it is loaded when somebody draws from it.
  const { default: list } = await import("@/lib/crypto/eff-large-wordlist.json");
  // With a hyphen in a word, nobody could say how many words there are.
  const words = list.filter((word) => !word.includes("-"));
  return () => words[randomBelow(words.length)] ?? "";
}

export const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
