const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Printable ASCII and the accented letters of Latin-1 and Latin Extended-A and B: none of them joins its neighbour. */
const standsAlone = /^[\u0020-\u007e\u00a0-\u024f]*$/;

/**
 * The characters of a text as people count them: a family of emoji is one, and so is a letter with its marks. Most
 * texts are plain Latin, where a character is a code unit. They are not segmented, because that takes fifty times as
 * long, and a page of fifty names would feel it.
 */
export const graphemes = (text: string): string[] =>
  standsAlone.test(text) ? text.split("") : segmented(text);

/** By the rules of Unicode (UAX 29). */
export const segmented = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);
