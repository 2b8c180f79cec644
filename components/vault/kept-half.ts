import type { EncString } from "@/lib/crypto/types";

const storedAs = "trousseau-vault";
const seenStoredAs = "trousseau-vault-seen";

/** Keeps this tab's half of what opens the vault after a reload. Without the server's half it opens nothing. */
export function keepHalf(sealed: EncString): void {
  window.sessionStorage.setItem(storedAs, sealed);
  noteSeen(Date.now());
}

/** Notes when the person was last active, because the browser may bring the tab back after days. */
export function noteSeen(at: number): void {
  if (window.sessionStorage.getItem(storedAs) !== null)
    window.sessionStorage.setItem(seenStoredAs, String(at));
}

/** This tab's half. Null if there is none. */
export const keptHalf = (): EncString | null =>
  // Any other text there does not open anything.
  window.sessionStorage.getItem(storedAs) as EncString | null;

/** When the person was last active in this tab, as of `Date.now()`. */
export const keptSeen = (): number => Number(window.sessionStorage.getItem(seenStoredAs) ?? 0);

/** Destroys this tab's half. */
export function forgetHalf(): void {
  window.sessionStorage.removeItem(storedAs);
  window.sessionStorage.removeItem(seenStoredAs);
}
