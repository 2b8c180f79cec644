import { graphemes } from "@/lib/domain/graphemes";
import { nameLimit, tidyName } from "@/lib/domain/names";

/**
 * A name as mails show it, whatever it was when it was stored: one line, nothing that hides or turns text, at
 * most 50 characters as people count them. Subjects are built from it, so it must not hold a line break.
 */
export function shownName(name: string, limit = nameLimit): string {
  const characters = graphemes(tidyName(name));
  return characters.length <= limit ? characters.join("") : `${characters.slice(0, limit - 1).join("")}…`;
}
