import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/pglite";
import { expect, test } from "vitest";
import { asDatabase } from "@/db/client";
import { mailsWaitingFor } from "@/db/seed/mailed";
import { JobId } from "@/lib/domain/ids";
import { sealMail } from "@/lib/mail/sealed-mail";

const migrations = readMigrationFiles({ migrationsFolder: join(process.cwd(), "db/migrations") });
const change = migrations.findIndex(({ sql }) => sql.some((text) => text.includes('DROP TABLE "outbox"')));

test("mail that waited in the table of before waits as a job, sealed as it was", async () => {
  const client = await PGlite.create();
  const run = async (some: typeof migrations) => {
    for (const { sql } of some) for (const statement of sql) await client.exec(statement);
  };
  await run(migrations.slice(0, change));

  const recipient = "brett.warden@provider.example";
  const removed = { kind: "provider.removed" as const, providerName: "My Provider" };
  const ids = [1, 2, 3].map((place) => JobId.parse(`00000000-0000-4000-8000-00000000000${place}`));
  for (const [place, id] of ids.entries()) {
    const payload = place === 0 ? sealMail({ id, recipient }, { mail: removed, locale: "en" }) : null;
    const over = new Date();
    await client.query(
      "insert into outbox (id, kind, recipient, payload, attempts, sent_at, failed_at, locked_until) values ($1, $2, $3, $4, 2, $5, $6, $7)",
      [id, removed.kind, recipient, payload, place === 1 ? over : null, place === 2 ? over : null, over],
    );
  }
  await run(migrations.slice(change));

  const db = asDatabase(drizzle({ client, casing: "snake_case" }));
  expect(await mailsWaitingFor(db, recipient)).toEqual([removed]);
  const { rows } = await client.query(
    "select id, kind, attempts, payload is null as erased, finished_at is null as unfinished, failed_at is null as good from jobs order by id",
  );
  const [waiting, sent, failed] = ids;
  expect(rows).toEqual([
    { id: waiting, kind: "mail", attempts: 2, erased: false, unfinished: true, good: true },
    { id: sent, kind: "mail", attempts: 2, erased: true, unfinished: false, good: true },
    { id: failed, kind: "mail", attempts: 2, erased: true, unfinished: true, good: false },
  ]);
  await client.close();
}, 60_000);
