import type { Client as NeonConnection } from "@neondatabase/serverless";
import type { Logger } from "drizzle-orm/logger";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Client, ClientBase } from "pg";
import { countingLogger } from "@/db/counting";
import { giveBackWhereNothingBegan } from "@/db/give-back";
import { connectionMs, limitConnection, setLimits } from "@/db/limits";
import { takeLock } from "@/db/lock";
import type { DatabaseSettings, Environment } from "@/lib/env";
import { checkFiles, closeFolder, prepareFolder } from "@/lib/folders";

/** What the answers of all three drivers have in common. */
interface Rows extends PgQueryResultHKT {
  type: RowsOf<this["row"]>;
}
type RowsOf<Row> = { rows: Row[] };

export type Database = PgDatabase<Rows>;
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

export type OpenDatabase = { db: Database; close: () => Promise<void> };

type Options = { casing: "snake_case"; logger?: Logger };

/**
 * Opens the configured database. Only the driver in use is loaded.
 *
 * @throws {FolderInUse} when another process has the embedded database open.
 * @throws {FolderRefused} when its folder cannot be written.
 */
export async function openDatabase(
  env: Pick<Environment, "database"> & Partial<Pick<Environment, "countStatements">>,
): Promise<OpenDatabase> {
  const options: Options = { casing: "snake_case", ...(env.countStatements && { logger: countingLogger() }) };
  const { database } = env;
  switch (database.driver) {
    case "pglite":
      return openEmbedded(database, options);
    case "pg":
      return openPostgres(database.url, options);
    case "neon":
      return openNeon(database.url, options);
  }
}

type Embedded = Extract<DatabaseSettings, { driver: "pglite" }>;

async function openEmbedded({ folder, lockFile }: Embedded, options: Options): Promise<OpenDatabase> {
  const { PGlite } = await import("@electric-sql/pglite");
  const { drizzle } = await import("drizzle-orm/pglite");
  // For the service's own user alone, one that an earlier version made included.
  prepareFolder(folder);
  closeFolder(folder);
  // PGlite does not say which file stops it.
  checkFiles(folder);
  const release = takeLock(lockFile);
  try {
    const client = await PGlite.create(folder);
    const close = async () => {
      await client.close();
      release();
    };
    return { db: asDatabase(drizzle({ client, ...options })), close };
  } catch (error) {
    release();
    throw error;
  }
}

const poolSettings = { max: 10, connectionTimeoutMillis: connectionMs, keepAlive: true };

// A pool tells of connections that broke while idle, and an error event without a listener ends the process.
// Nothing was running on them: the next query opens another, or fails where somebody sees it.
const ignoreIdleFailure = () => {};

async function openPostgres(connectionString: string, options: Options): Promise<OpenDatabase> {
  const { default: pg } = await import("pg");
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const onConnect = async (connection: ClientBase) => {
    // The types leave out that a pool's connection can be ended.
    limitConnection(connection as Client);
    await connection.query(setLimits);
  };
  const pool = giveBackWhereNothingBegan(
    new pg.Pool({ connectionString, onConnect, ...poolSettings }).on("error", ignoreIdleFailure),
  );
  return { db: asDatabase(drizzle({ client: pool, ...options })), close: () => pool.end() };
}

/** Over WebSocket: Neon's HTTP driver has no interactive transactions, which every command needs. */
async function openNeon(connectionString: string, options: Options): Promise<OpenDatabase> {
  const { neonConfig, Pool } = await import("@neondatabase/serverless");
  const { drizzle } = await import("drizzle-orm/neon-serverless");
  const { WebSocket } = await import("ws");
  neonConfig.webSocketConstructor = WebSocket;
  const pool = giveBackWhereNothingBegan(new Pool({ connectionString, ...poolSettings }));
  pool.on("error", ignoreIdleFailure);
  pool.on("connect", (connection: NeonConnection) => {
    limitConnection(connection);
    // It goes before whatever the pool's user sends.
    connection.query(setLimits).catch(ignoreIdleFailure);
  });
  return { db: asDatabase(drizzle({ client: pool, ...options })), close: () => pool.end() };
}

/**
 * The three drivers differ in type only by the shape of a raw answer, of which `Rows` keeps the common part.
 * The compiler cannot compare them through drizzle's higher-kinded types, hence the cast.
 */
export function asDatabase<Result extends PgQueryResultHKT>(db: PgDatabase<Result>): Database {
  return db as unknown as Database;
}
