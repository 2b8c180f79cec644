type Connection = { query: (...given: never[]) => unknown; release: (error?: Error | boolean) => void };
type Pool = { connect: (...given: never[]) => unknown };

/**
 * Makes a pool take back a connection on which no transaction could begin. Drizzle begins one before it sees to it
 * that the connection is given back: each that breaks at that moment would be missing for ever, and a pool whose
 * connections all are missing answers nobody any more.
 */
export function giveBackWhereNothingBegan<Of extends Pool>(pool: Of): Of {
  const connect = pool.connect.bind(pool) as (...given: unknown[]) => unknown;
  pool.connect = ((...given: unknown[]) => {
    const connecting = connect(...given);
    // With a callback nothing is returned: the pool's own single queries ask in this way.
    return connecting instanceof Promise ? connecting.then(watched) : connecting;
  }) as Of["connect"];
  return pool;
}

const isBeginning = (asked: unknown): boolean => {
  const text = typeof asked === "string" ? asked : (asked as { text?: unknown } | null)?.text;
  return typeof text === "string" && /^begin\b/i.test(text);
};

/** The connection, watched until it is released: the pool hands the same one out again. */
function watched(connection: Connection): Connection {
  const { query, release } = connection;
  connection.release = (error) => {
    connection.query = query;
    connection.release = release;
    release.call(connection, error);
  };
  connection.query = (...given) => {
    const answer = query.apply(connection, given);
    if (!isBeginning(given[0]) || !(answer instanceof Promise)) return answer;
    return answer.catch((error: Error) => {
      connection.release(error);
      throw error;
    });
  };
  return connection;
}
