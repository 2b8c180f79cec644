import { join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database, Tx } from "@/db/client";
import { foldNames } from "@/db/fold-names";
import { withoutLimits } from "@/db/limits";

/** The table of drizzle-kit, so that its commands see what was applied here. */
const appliedTable = sql`drizzle.__drizzle_migrations`;

/** Any number that nothing else in this database locks. */
const migrationLock = 7_263_548_019;

const projectMigrations = () => join(/* turbopackIgnore: true */ process.cwd(), "db/migrations");

/**
 * Applies the migrations that are missing, all or none, and returns their number. Names are folded again, since
 * what this version of the code writes as their key may differ from what stands there.
 *
 * Several instances may start at once on one empty database: the lock lets one of them work while the others
 * wait, and then find nothing left to do. It is held by the transaction, not by the session, since a pooler
 * may give the session to somebody else.
 */
export async function migrate(db: Database, folder = projectMigrations()): Promise<number> {
  return withoutLimits(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
    await tx.execute(sql`create schema if not exists drizzle`);
    await tx.execute(
      sql`create table if not exists ${appliedTable} (id serial primary key, hash text not null, created_at bigint)`,
    );
    const missing = await missingMigrations(tx, folder);
    for (const { sql: statements, hash, folderMillis } of missing) {
      for (const statement of statements) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into ${appliedTable} (hash, created_at) values (${hash}, ${folderMillis})`);
    }
    await foldNames(tx);
    return missing.length;
  });
}

/** Whether the database answers and lacks no migration that this version of the code knows. */
export async function isMigrated(db: Database, folder = projectMigrations()): Promise<boolean> {
  return (await missingMigrations(db, folder)).length === 0;
}

async function missingMigrations(db: Database | Tx, migrationsFolder: string) {
  const { rows } = await db.execute<{ last: string | number | null }>(
    sql`select max(created_at) as last from ${appliedTable}`,
  );
  const last = Number(rows[0]?.last ?? 0);
  return readMigrationFiles({ migrationsFolder }).filter((migration) => migration.folderMillis > last);
}
