"use client";

const key = "trousseau-confirm-without-comparing";

/** Whether phrases are left out on this device. A preference, nothing secret. */
export function confirmsWithoutComparing(): boolean {
  try {
    return localStorage.getItem(key) === "yes";
  } catch {
    return false;
  }
}

/** Remembers the choice for this device; a browser that keeps nothing asks again. */
export function confirmWithoutComparing(): void {
  try {
    localStorage.setItem(key, "yes");
  } catch {
    return;
  }
}
