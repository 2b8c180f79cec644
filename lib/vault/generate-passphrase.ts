import type { PassphraseFloors } from "@/lib/domain/policy/combining";
import { randomBelow } from "@/lib/vault/random-below";
import { capitalized, loadWords } from "@/lib/vault/random-words";

export const wordCounts = { min: 3, max: 20 } as const;

export type PassphraseWishes = {
  words: number;
  /** What stands between words. */
  separator: string;
  capitalize: boolean;
  /** A digit after one of the words. */
  includeNumber: boolean;
};

/** Five words carry 64 bits. */
export const usualPassphrase: PassphraseWishes = {
  words: 5,
  separator: "-",
  capitalize: false,
  includeNumber: false,
};

/** What is made at least where organizations ask. */
export const passphraseWithin = (
  wishes: PassphraseWishes,
  floors: PassphraseFloors | null,
): PassphraseWishes => ({
  ...wishes,
  words: Math.max(wishes.words, wordCounts.min, floors?.minWords ?? 0),
  capitalize: wishes.capitalize || floors?.capitalize === true,
  includeNumber: wishes.includeNumber || floors?.includeNumber === true,
});

/** A phrase of random words, each chosen evenly. */
export async function generatePassphrase(
  wishes: PassphraseWishes = usualPassphrase,
  floors: PassphraseFloors | null = null,
): Promise<string> {
  const { words: count, separator, capitalize, includeNumber } = passphraseWithin(wishes, floors);
  const draw = await loadWords();
  const words = Array.from({ length: count }, draw).map((word) => (capitalize ? capitalized(word) : word));
  const numbered = includeNumber ? randomBelow(count) : -1;
  return words.map((word, i) => (i === numbered ? word + randomBelow(10) : word)).join(separator);
}
