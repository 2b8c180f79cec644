/** Fewest characters of a master password. */
export const masterPasswordLength = 12;

/** People count characters, not UTF-16 units: an emoji is one. */
export const lengthOf = (password: string): number => [...password].length;

/**
 * The rule for a new master password. `length` is in code points (`lengthOf`); whether it is common is for
 * the strength estimate to say.
 */
export function judgeMasterPassword({
  length,
  common,
}: {
  length: number;
  common: boolean;
}): "ok" | "too_short" | "too_common" {
  if (length < masterPasswordLength) return "too_short";
  return common ? "too_common" : "ok";
}
