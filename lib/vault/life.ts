/**
 * A worker's life as a Web Lock: the worker holds it for as long as it lives, and the browser gives it to whoever
 * waits once the worker is gone, however it went. No event tells a page that a shared worker has died.
 *
 * @returns the lock's name, once it is held.
 */
export function holdLife(): Promise<string> {
  const name = `trousseau-vault-${crypto.randomUUID()}`;
  return new Promise((resolve) => {
    void navigator.locks.request(name, () => {
      resolve(name);
      return new Promise(() => {});
    });
  });
}

/** Calls back when the life of this name has ended, unless `signal` says that nobody cares any more. */
export function onDeath(name: string, signal: AbortSignal, dead: () => void): void {
  navigator.locks.request(name, { mode: "shared", signal }, dead).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
