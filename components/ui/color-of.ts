/** White text keeps a contrast of at least 4.7 on each, in either theme. */
export const identityColors = [
  "#3c6a8b",
  "#87587a",
  "#ad5f34",
  "#55753a",
  "#675a9c",
  "#2a7670",
  "#7a673a",
  "#a04a63",
  "#4a6396",
  "#6e5f57",
] as const;

/**
 * The colour of a client or a person. It is worked out from the id (FNV-1a), so it is the same everywhere, a
 * new name does not change it, and nothing has to be stored.
 */
export function colorOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  // The low bits of FNV alone repeat for ids that differ in one character.
  const mixed = (hash ^ (hash >>> 15)) >>> 0;
  return identityColors[mixed % identityColors.length] ?? identityColors[0];
}
