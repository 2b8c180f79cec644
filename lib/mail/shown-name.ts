/** Control and format characters (direction marks among them), line and paragraph separators. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * A name as mails show it, whatever it was when it was stored: one line, nothing invisible, at most 50
 * characters. Subjects are built from it, so it must not hold a line break.
 */
export function shownName(name: string, limit = 50): string {
  const characters = [...name.normalize("NFC").replace(unprintable, " ").replace(/\s+/gu, " ").trim()];
  return characters.length <= limit ? characters.join("") : `${characters.slice(0, limit - 1).join("")}…`;
}
