const storedAs = "trousseau-device";

/**
 * The name that this browser gives itself at each log-in, so that the account recognizes the device. It is no
 * secret.
 */
export function deviceIdentifier(): string {
  const kept = window.localStorage.getItem(storedAs);
  if (kept) return kept;
  const made = crypto.randomUUID();
  window.localStorage.setItem(storedAs, made);
  return made;
}
