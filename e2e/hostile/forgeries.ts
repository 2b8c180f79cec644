/** Another character near the end: a byte of the part that proves the rest, or of an RSA ciphertext. */
export function flipped<Sealed extends string>(sealed: Sealed): string {
  const at = sealed.length - 10;
  return sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
}

/** The same ciphertext as a kind that nothing proves: `0.iv|data`. */
export const ofTypeZero = (sealed: string): string => sealed.replace(/^2\./, "0.").replace(/\|[^|]*$/, "");
