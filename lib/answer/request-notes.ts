import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";

/** What the application finds out about a request, for the server in front of Next, which opens and reads it. */
export type RequestNotes = {
  databaseAway: boolean;
  /** `Set-Cookie` lines that go out with the answer. */
  cookies: string[];
};

const slot = Symbol.for("trousseau.requests");
const shared = globalThis as { [slot]?: AsyncLocalStorage<RequestNotes> };

/** The notes of the request at hand; null where no such server is in front, as in development. */
export const requestNotes = (): RequestNotes | null => shared[slot]?.getStore() ?? null;
