const storedAs = "trousseau-device";

/** This browser's name for itself, the same at each log-in, so that the account knows the device again. No secret. */
export function deviceIdentifier(): string {
  const kept = window.localStorage.getItem(storedAs);
  if (kept) return kept;
  const made = crypto.randomUUID();
  window.localStorage.setItem(storedAs, made);
  return made;
}
