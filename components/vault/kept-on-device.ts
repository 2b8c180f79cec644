"use client";

/**
 * Texts that this device keeps for itself, and how every tab hears that one of them has changed.
 *
 * @param changed the name of the event by which the tab that writes hears of it; `storage` tells the other tabs.
 */
export function keptOnDevice(changed: string) {
  return {
    subscribe(onChange: () => void): () => void {
      window.addEventListener("storage", onChange);
      window.addEventListener(changed, onChange);
      return () => {
        window.removeEventListener("storage", onChange);
        window.removeEventListener(changed, onChange);
      };
    },
    /** @throws {DOMException} where the browser keeps nothing. */
    write(storedAs: string, text: string): void {
      window.localStorage.setItem(storedAs, text);
      window.dispatchEvent(new Event(changed));
    },
  };
}
