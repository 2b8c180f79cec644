import { z } from "zod";

/**
 * Letters of Latin script that are not made of a letter and a mark, with what somebody types who has no key for
 * them.
 */
const plainLetters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ı: "i",
  ς: "σ",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "‘": "'",
  "’": "'",
  "‛": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
};
const notPlain = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "gu");

/** Marks beside which a letter stays the letter that it is. Elsewhere (か゛, क + ि, и + ˘) they make another one. */
const accents = [
  // Every mark in Latin and Greek.
  /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu,
  // Stress in Cyrillic, and the two dots of ё.
  /([аеиоуыэюяіє])[\u0300\u0301]+/gu,
  /(е)\u0308/gu,
  // Vowel points of Hebrew and Arabic, which are mostly left out.
  /([\p{Script=Hebrew}])[\u0591-\u05c7]+/gu,
  /([\p{Script=Arabic}])[\u064b-\u0652\u0670]+/gu,
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the range of ASCII that is meant
const isPlain = /^[\x00-\x7f]*$/;

/**
 * A text as lists are searched and sorted by it: without case, without accents where they do not make another
 * word, with plain hyphens, apostrophes and spaces, and without what nobody sees. Browsers and the server fold
 * alike, and no database's collation decides.
 */
export function folded(text: string): string {
  // Most texts are plain, and a vault has ten thousand of them.
  if (isPlain.test(text)) return text.toLowerCase().replace(/\s+/g, " ");
  const bare = text
    .normalize("NFKD")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLowerCase();
  const unaccented = accents.reduce((rest, accent) => rest.replace(accent, "$1"), bare);
  return unaccented
    .replace(notPlain, (letter) => plainLetters[letter] ?? letter)
    .normalize("NFC")
    .replace(/\s+/gu, " ");
}

const longest = 200;

/**
 * The text that somebody searches for in a list. Control characters and halves of a character are left out,
 * because no name holds them and a database refuses some. A text that is too long is cut, because an address
 * bar cannot show an error.
 */
export const SearchText = z
  .string()
  .transform((text) => [...text.replace(/[\p{Cc}\p{Cs}]/gu, "").trim()].slice(0, longest).join(""))
  .catch("");
