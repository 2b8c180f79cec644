const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The characters of a text as people count them: a family of emoji is one, and so is a letter with its marks. */
export const graphemes = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);
