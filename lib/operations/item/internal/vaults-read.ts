import "server-only";
import type { UserId } from "@/lib/domain/ids";

/** Of how many people it is remembered. Whoever was longest without another state is forgotten first. */
const most = 10_000;

// In the memory of this process: another release may say something else of the same state.
const lastRead = new Map<UserId, { state: string; revision: string }>();

/** The revision that somebody's vault has in a state; null where it was not read in that state. */
export function revisionIn(userId: UserId, state: string): string | null {
  const last = lastRead.get(userId);
  return last?.state === state ? last.revision : null;
}

/** Remembers the revision of a vault that was read once its state was known. */
export function rememberRevision(userId: UserId, state: string, revision: string): void {
  lastRead.delete(userId);
  lastRead.set(userId, { state, revision });
  const [oldest] = lastRead.keys();
  if (oldest !== undefined && lastRead.size > most) lastRead.delete(oldest);
}
