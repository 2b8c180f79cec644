/** How long a job is tried. A mail's idempotency key is remembered as long, so that no retry becomes a second mail. */
const triedForMs = 24 * 60 * 60 * 1000;
const firstDelayMs = 15_000;
const longestDelayMs = 60 * 60 * 1000;

type Attempted = { createdAt: Date; attempts: number };

/**
 * When to try a job again after its latest failure, or null when its day is over.
 *
 * Doubles from 15 seconds to an hour. Between half and the whole of it is waited, so that jobs which failed
 * together do not all come back together.
 *
 * @param chance from 0 to 1, drawn by the caller.
 * @param askedFor what the other side asked to wait, in seconds, if it did.
 */
export function nextAttempt(
  { createdAt, attempts }: Attempted,
  now: Date,
  chance: number,
  askedFor: number | null = null,
): Date | null {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, attempts - 1));
  const wait = Math.max(delay * (0.5 + chance / 2), (askedFor ?? 0) * 1000);
  const at = new Date(Number(now) + wait);
  return Number(at) < Number(createdAt) + triedForMs ? at : null;
}
