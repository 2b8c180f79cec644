import { folded } from "@/lib/domain/search";

/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | null | undefined;

/** Null where the browser has none: then such a text is one word. */
function wordSegmenter(): Intl.Segmenter | null {
  segmenter ??= "Segmenter" in Intl ? new Intl.Segmenter("und", { granularity: "word" }) : null;
  return segmenter;
}

/** The words of a search, folded, each once. A text without spaces is parted into its words where its script has none. */
export function searchWords(search: string): string[] {
  const words = folded(search)
    .split(" ")
    .flatMap((word) => (unspaced.test(word) ? parted(word) : [word]));
  return [...new Set(words)].filter(Boolean);
}

function parted(word: string): string[] {
  const segments = wordSegmenter()?.segment(word);
  return segments ? [...segments].map(({ segment }) => segment) : [word];
}
