import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "drizzle-orm/logger";

/** What one piece of work asked of the database. The frame of a transaction is counted apart. */
export type StatementCount = { statements: number; transactionFrames: number; transactions: number };

const slot = Symbol.for("trousseau.statements");
const shared = globalThis as { [slot]?: AsyncLocalStorage<StatementCount> };
const opening = /^\s*(begin|start transaction)\b/i;
const frame = /^\s*(begin|start transaction|commit|rollback|savepoint|release|set transaction)\b/i;

/** Shared by every bundle of the process, and with the server, which opens a count around each request. */
function counts(): AsyncLocalStorage<StatementCount> {
  shared[slot] ??= new AsyncLocalStorage<StatementCount>();
  return shared[slot];
}

/** Counts each statement for the work that sent it. The embedded database does not show it BEGIN and COMMIT. */
export function countingLogger(): Logger {
  const storage = counts();
  return {
    logQuery(query) {
      const count = storage.getStore();
      if (!count) return;
      if (opening.test(query)) count.transactions += 1;
      if (frame.test(query)) count.transactionFrames += 1;
      else count.statements += 1;
    },
  };
}

/** Runs `work` and counts the statements it sent through a database opened with counting on. */
export async function countStatements<Result>(
  work: () => Promise<Result>,
): Promise<StatementCount & { result: Result }> {
  const count: StatementCount = { statements: 0, transactionFrames: 0, transactions: 0 };
  // A drizzle query is sent when it is awaited, which therefore has to happen inside.
  const result = await counts().run(count, async () => await work());
  return { ...count, result };
}
