import type { EncString } from "@/lib/crypto/types";

const storedAs = "trousseau-vault";
const seenStoredAs = "trousseau-vault-seen";

/** Keeps this tab's half of what opens the vault after a reload. Without the server's half it opens nothing. */
export function keepHalf(sealed: EncString): void {
  window.sessionStorage.setItem(storedAs, sealed);
  noteSeen(Date.now());
}

/** Notes a sign of life beside the half, as the browser may bring the tab back after days. */
export function noteSeen(at: number): void {
  if (window.sessionStorage.getItem(storedAs) !== null)
    window.sessionStorage.setItem(seenStoredAs, String(at));
}

/** This tab's half. Null if there is none. */
export const keptHalf = (): EncString | null =>
  // Whatever else may stand there does not open.
  window.sessionStorage.getItem(storedAs) as EncString | null;

/** When this tab last showed a sign of life, as of `Date.now()`. */
export const keptSeen = (): number => Number(window.sessionStorage.getItem(seenStoredAs) ?? 0);

/** Destroys this tab's half. */
export function forgetHalf(): void {
  window.sessionStorage.removeItem(storedAs);
  window.sessionStorage.removeItem(seenStoredAs);
}
