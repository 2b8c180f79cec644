/** Up to two capitals for an avatar: of the first two words, or the first two letters of an address. */
export function initialsOf(name: string): string {
  const words = name
    .split("@")[0]
    ?.split(/[\s._'’-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = "?", second] = words ?? [];
  const letters = second ? [firstLetter(first), firstLetter(second)] : [...first].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}

function firstLetter(word: string): string {
  return word.match(/[\p{L}\p{N}]/u)?.[0] ?? "";
}
