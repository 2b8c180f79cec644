import "server-only";
import { PDFDocument, type PDFPage, rgb } from "@cantoo/pdf-lib";
import { type Run, typefacesOf, type Weight } from "@/lib/billing/pdf/typefaces";
import { graphemes } from "@/lib/domain/graphemes";

/** A4, in points. */
const size: [width: number, height: number] = [595.28, 841.89];
const margin = 56;
export const left = margin;
export const right = size[0] - margin;
const top = size[1] - margin;
const bottom = margin + 28;

const ink = rgb(0.11, 0.106, 0.098);
const muted = rgb(0.42, 0.396, 0.353);
const line = rgb(0.83, 0.8, 0.74);

export type Style = { size?: number; weight?: Weight; isMuted?: boolean };
type Place = Style & { x: number /** The text ends at `x` instead of beginning there. */; isAtEnd?: boolean };

/** Paper that is written on from top to bottom; a new page begins where one is full. */
export async function startPaper(title: string, author: string) {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setAuthor(author);
  const runsOf = await typefacesOf(document);
  let page: PDFPage = document.addPage(size);
  let y = top;

  const widthOf = (runs: Run[], points: number) =>
    runs.reduce((sum, { text, font }) => sum + font.widthOfTextAtSize(text, points), 0);

  async function draw(on: PDFPage, at: number, text: string, { x, isAtEnd = false, ...style }: Place) {
    const { size: points = 9.5, weight = "book", isMuted = false } = style;
    const runs = await runsOf(text, weight);
    let place = isAtEnd ? x - widthOf(runs, points) : x;
    for (const run of runs) {
      on.drawText(run.text, { x: place, y: at, size: points, font: run.font, color: isMuted ? muted : ink });
      place += run.font.widthOfTextAtSize(run.text, points);
    }
  }

  return {
    /** Writes on the line where the paper is, without going on. */
    write: (text: string, place: Place) => draw(page, y, text, place),
    /** Goes down by so many points. */
    down(points: number) {
      y -= points;
    },
    /** Begins a new page unless so many points are left. */
    needs(points: number): boolean {
      if (y - points >= bottom) return false;
      page = document.addPage(size);
      y = top;
      return true;
    },
    rule() {
      page.drawLine({ start: { x: left, y }, end: { x: right, y }, thickness: 0.7, color: line });
    },
    /** Parts a text into lines of at most so many points, at spaces where there are some. */
    async wrapped(text: string, width: number, { size: points = 9.5, weight = "book" }: Style = {}) {
      const fits = async (part: string) => widthOf(await runsOf(part, weight), points) <= width;
      const lines: string[] = [];
      let rest = text;
      while (rest && !(await fits(rest))) {
        const parts = graphemes(rest);
        let count = parts.length;
        while (count > 1 && !(await fits(parts.slice(0, count).join("")))) count = Math.floor(count * 0.9);
        const part = parts.slice(0, count).join("");
        const space = part.lastIndexOf(" ");
        const taken = space > 0 ? part.slice(0, space) : part;
        lines.push(taken);
        rest = rest.slice(taken.length).trimStart();
      }
      return [...lines, rest];
    },
    /** The bytes of the file, with a foot on each page. */
    async finish(footOf: (page: number, pages: number) => string): Promise<Uint8Array> {
      const pages = document.getPages();
      for (const [place, one] of pages.entries())
        await draw(one, margin - 8, footOf(place + 1, pages.length), {
          ...{ x: right, isAtEnd: true, size: 8, isMuted: true },
        });
      return document.save();
    },
  };
}

export type Paper = Awaited<ReturnType<typeof startPaper>>;
