import "server-only";
import { type OpenDatabase, openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import type { DatabaseSettings, Environment } from "@/lib/env";

/** The database does not take us. The message names the setting and where it leads, without the password. */
export class DatabaseRefused extends Error {
  override name = "DatabaseRefused";
  constructor(url: string, cause: unknown) {
    super(`DATABASE_URL: the database at ${placeOf(url)} cannot be used: ${reasonOf(cause, url)}`, { cause });
  }
}

/**
 * Opens the configured database and brings it up to date. This is the first that a process says to it.
 *
 * @throws {DatabaseRefused} when the one at DATABASE_URL does not answer, or refuses.
 * @throws {FolderInUse | FolderRefused} when the embedded one cannot be opened.
 */
export async function openMigrated(
  env: Pick<Environment, "database"> & Partial<Pick<Environment, "countStatements">>,
): Promise<OpenDatabase> {
  const opened = await naming(env.database, openDatabase(env));
  try {
    await naming(env.database, migrate(opened.db));
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function naming<Result>(database: DatabaseSettings, opening: Promise<Result>): Promise<Result> {
  try {
    return await opening;
  } catch (error) {
    throw database.driver === "pglite" ? error : new DatabaseRefused(database.url, error);
  }
}

/** Host, port and name. What else stands in an address may be a secret. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return "that address";
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "this machine"}:${port || "5432"}${pathname}`;
}

/** The reason beneath: drizzle's own message is the statement, and several addresses tried at once have no message. */
function reasonOf(cause: unknown, url: string): string {
  if (!(cause instanceof Error)) return "no reason given";
  if (cause.cause instanceof Error) return reasonOf(cause.cause, url);
  const reasons =
    cause instanceof AggregateError ? cause.errors.map((each: unknown) => reasonOf(each, url)) : [];
  const words = cause.message || reasons[0] || cause.name;
  const { password = "" } = URL.canParse(url) ? new URL(url) : {};
  return [password, decodeURIComponent(password)]
    .filter(Boolean)
    .reduce((text, secret) => text.replaceAll(secret, "…"), words);
}
