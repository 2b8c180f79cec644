import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fontkit, { type Font } from "@cantoo/fontkit";
import type { PDFDocument, PDFFont } from "@cantoo/pdf-lib";
import { graphemes } from "@/lib/domain/graphemes";

/**
 * In this order: what the first does not have is taken from the next. DejaVu has the scripts of Europe and Western Asia;
 * Unifont has a drawing for nearly every character, and is plainer.
 */
const files = {
  book: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  strong: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  beyond: "@fontsource/unifontex/files/unifontex-latin-400-normal.woff",
};

export type Weight = "book" | "strong";
type Face = { knows: (grapheme: string) => boolean; font: () => Promise<PDFFont> };
/** A part of a text that one typeface draws. */
export type Run = { text: string; font: PDFFont };

const read = new Map<string, Promise<Uint8Array>>();

/** The bytes of a typeface, read once in a process. */
function bytesOf(file: string): Promise<Uint8Array> {
  const bytes = read.get(file) ?? readFile(join(process.cwd(), "node_modules", file));
  read.set(file, bytes);
  return bytes;
}

/** What writes in a document. A typeface is embedded when something is written in it, with the drawings that are used. */
export async function typefacesOf(document: PDFDocument) {
  document.registerFontkit(fontkit);
  const face = async (file: string): Promise<Face> => {
    const bytes = await bytesOf(file);
    // Every file is one typeface.
    const known = fontkit.create(bytes as Buffer) as Font;
    let font: Promise<PDFFont> | undefined;
    return {
      knows: (grapheme) => [...grapheme].every((one) => known.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)),
      font() {
        font ??= document.embedFont(bytes, { subset: true });
        return font;
      },
    };
  };
  const faces = { book: await face(files.book), strong: await face(files.strong) };
  let beyond: Promise<Face> | undefined;

  /** Parts a text by the typefaces that have its characters, and by direction: a part is drawn in one. */
  return async function runsOf(text: string, weight: Weight): Promise<Run[]> {
    const runs: (Run & { turns: boolean })[] = [];
    for (const { grapheme, turns } of directed(graphemes(text))) {
      const usual = faces[weight];
      beyond ??= usual.knows(grapheme) ? undefined : face(files.beyond);
      const chosen = usual.knows(grapheme) ? usual : ((await beyond) ?? usual);
      const font = await chosen.font();
      const last = runs.at(-1);
      if (last?.font === font && last.turns === turns) last.text += grapheme;
      else runs.push({ text: grapheme, font, turns });
    }
    return runs;
  };
}

/** A letter of the scripts that are written from right to left. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const letter = /\p{L}/u;

/** Characters with whether they are written from right to left; what stands between two such letters is too. */
function directed(characters: readonly string[]): { grapheme: string; turns: boolean }[] {
  return characters.map((grapheme, place) => {
    if (letter.test(grapheme)) return { grapheme, turns: rightToLeft.test(grapheme) };
    const before = characters.slice(0, place).findLast((one) => letter.test(one)) ?? "";
    const after = characters.slice(place).find((one) => letter.test(one)) ?? "";
    return { grapheme, turns: rightToLeft.test(before) && rightToLeft.test(after) };
  });
}
