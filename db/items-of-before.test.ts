import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/pglite";
import { expect, test } from "vitest";
import { asDatabase } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { emptyLists } from "@/lib/vault/item";
import { openItems } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import { somebody } from "@/test/vault";

const migrations = readMigrationFiles({ migrationsFolder: join(process.cwd(), "db/migrations") });
const change = migrations.findIndex(({ sql }) =>
  sql.some((text) => text.includes('ALTER TABLE "ciphers" RENAME COLUMN "login" TO "data"')),
);

test("a login that was kept in the column of before opens as it was sealed", async () => {
  const client = await PGlite.create();
  const run = async (some: typeof migrations) => {
    for (const { sql } of some) for (const statement of sql) await client.exec(statement);
  };
  await run(migrations.slice(0, change));

  const { vault } = await somebody("betty@cobalt.example");
  const site = { uri: "https://10.20.0.1", match: null };
  const data = { username: "admin", password: "kV7#mQ2p", totp: null, uris: [site] };
  const {
    key,
    name,
    data: login,
  } = await sealItem(vault, "user", {
    ...{ type: "login", name: "Firewall", notes: null, ...emptyLists, data },
  } as const);
  const userId = "00000000-0000-4000-8000-000000000001";
  // An item of somebody who is not there: only its contents matter here.
  await client.exec("set session_replication_role = replica");
  await client.query(
    "insert into ciphers (user_id, type, key, name, login) values ($1, 'login', $2, $3, $4)",
    [...[userId, key, name, JSON.stringify(login)]],
  );
  await run(migrations.slice(change));

  const db = asDatabase(drizzle({ client, casing: "snake_case" }));
  const [row] = await db.select().from(ciphers);
  if (!row) throw new Error("the item is kept");
  const kept = {
    id: "1",
    type: "login" as const,
    key: row.key,
    name: row.name,
    notes: row.notes,
    ...emptyLists,
  };
  const [opened] = await openItems(vault, "user", [{ ...kept, data: row.data as typeof login }]);
  expect(opened).toMatchObject({
    content: { name: "Firewall", data: { username: "admin", uris: [site] } },
    damage: [],
  });
  await client.close();
}, 60_000);
