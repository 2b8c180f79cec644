import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";

/** How long is waited for a connection, free or new. */
export const connectionMs = 5_000;
/** The server ends a wait for a lock (55P03), a statement (57014) and a transaction that does nothing (25P03). */
export const lockMs = 8_000;
export const statementMs = 10_000;
const idleTransactionMs = 30_000;
/** A server that hangs ends nothing: then the connection is given up from here. */
export const answerMs = 12_000;

/** A connection of pg or of Neon's driver, as far as it is watched here. */
type Connection = {
  query: (...args: never[]) => unknown;
  end: () => unknown;
  on: (event: "drain", listener: () => void) => unknown;
};

/**
 * Puts the limits on a new connection of a pool. They are set by a statement, since poolers refuse them as
 * parameters of the connection.
 *
 * A connection whose answer did not come in time is ended, never used again: the server may wake up in the
 * middle of its transaction, and the next user of it would commit what the one before was told has failed.
 */
export function limitConnection(connection: Connection): void {
  let timer: NodeJS.Timeout | undefined;
  const send = connection.query.bind(connection);
  connection.query = (...args: never[]) => {
    clearTimeout(timer);
    if (!unlimited.getStore()) timer = setTimeout(() => connection.end(), answerMs).unref();
    return send(...args);
  };
  connection.on("drain", () => clearTimeout(timer));
}

export const setLimits = `set statement_timeout = ${statementMs}; set lock_timeout = ${lockMs}; set idle_in_transaction_session_timeout = ${idleTransactionMs}`;

const unlimited = new AsyncLocalStorage<true>();

/** A transaction that may take as long as it takes: a migration of large tables. */
export const withoutLimits = <Result>(db: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  unlimited.run(true, () =>
    db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      await tx.execute(sql`set local lock_timeout = 0`);
      return work(tx);
    }),
  );
