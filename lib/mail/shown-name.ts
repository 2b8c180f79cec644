import { graphemes } from "@/lib/domain/graphemes";
import { nameLimit, tidyName } from "@/lib/domain/names";

/**
 * A name as mails show it, whatever it was when it was stored: one line, nothing that hides or turns text, at
 * most 50 characters as people count them. Subjects are built from it, so it must not hold a line break, and one
 * that is written from right to left is set apart: a subject that begins with it would be read from its end.
 */
export function shownName(name: string, limit = nameLimit): string {
  const characters = graphemes(tidyName(name));
  const short =
    characters.length <= limit ? characters.join("") : `${characters.slice(0, limit - 1).join("")}…`;
  return rightToLeft.test(short) ? `${isolate}${short}${endOfIsolate}` : short;
}

/** A letter of the scripts that are written from right to left. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Between these two marks a name keeps its direction, and the sentence around it keeps its own. */
const [isolate, endOfIsolate] = ["\u2068", "\u2069"];
