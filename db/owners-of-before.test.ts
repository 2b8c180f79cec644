import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { expect, test } from "vitest";

const migrations = readMigrationFiles({ migrationsFolder: join(process.cwd(), "db/migrations") });
const change = migrations.findIndex(({ sql }) => sql.some((text) => text.includes('"owner_answered_at"')));

const provider = "00000000-0000-4000-8000-000000000001";
const idOf = (nth: number) => `00000000-0000-4000-9000-${String(nth).padStart(12, "0")}`;

/** Owners of a client, each as `status letIn named address`; whose place is the provider's begins with `*`. */
const clients = {
  "nobody counts: the one of longest standing does": ["confirmed true - a@x", "confirmed true - b@x"],
  "somebody counts: the others stay": ["confirmed true - a@x", "confirmed false - b@x"],
  "of the team: none of these": ["confirmed false - staff@x", "confirmed true - b@x"],
  "the provider's place: none of these": ["*confirmed false named a@x", "confirmed true - b@x"],
  "whoever was named waits": ["accepted false - a@x", "accepted false named b@x"],
  "nobody was named: the first does": ["invited false - a@x", "accepted false - b@x"],
  "invited beside one who counts": ["confirmed false - a@x", "invited false - b@x"],
};
const letIn = [
  [false, true],
  [true, false],
  [false, false],
  [false, false],
  [true, false],
  [false, true],
  [false, true],
];
const answered = [true, true, true, true, true, false, true];

test("every client with an owner of its own has one who counts", async () => {
  const client = await PGlite.create();
  const run = async (some: typeof migrations) => {
    for (const { sql } of some) for (const statement of sql) await client.exec(statement);
  };
  await run(migrations.slice(0, change));
  // Neither accounts nor keys are there: only what says who counts matters here.
  await client.exec("set session_replication_role = replica");
  await client.exec(
    `alter table organization_members drop constraint organization_members_states,
       drop constraint organization_members_name_their_key`,
  );
  await client.query(
    `insert into provider_members (provider_id, user_id, address, role, status)
       values ($1, gen_random_uuid(), 'staff@x', 'service_user', 'accepted')`,
    [provider],
  );
  for (const [at, owners] of Object.values(clients).entries()) {
    await client.query(
      `insert into organizations (id, provider_id, name, sort_name, billing_email, plan, status, features, seats,
         public_key, private_key_for_organization)
         values ($1, $2, 'A client', 'a client', '-', 'teams_monthly', 'managed', '{}', 9, '-', '-')`,
      [idOf(at), provider],
    );
    for (const [nth, said] of owners.entries()) {
      const [status = "", isLetIn, named, address] = said.replace("*", "").split(" ");
      await client.query(
        `insert into organization_members (id, organization_id, user_id, role, status, address, let_in_by_provider,
           approved_at, place_of_provider, invited_at, confirmed_at)
           values ($1, $2, case when $4 <> 'invited' then gen_random_uuid() end, 'owner', $4, $5, $6, $7, $8, $3,
             case when $4 = 'confirmed' then $3::timestamptz end)`,
        [
          idOf(100 + 10 * at + nth),
          idOf(at),
          new Date(1000 * nth),
          status,
          address,
          isLetIn === "true",
          named === "named" ? new Date(0) : null,
          said.startsWith("*") ? provider : null,
        ],
      );
    }
  }
  await run(migrations.slice(change));

  const members = await client.query<{ organization_id: string; let_in_by_provider: boolean }>(
    "select organization_id, let_in_by_provider from organization_members order by id",
  );
  const homes = await client.query<{ answered: boolean }>(
    "select owner_answered_at is not null as answered from organizations order by id",
  );
  for (const [at, what] of Object.keys(clients).entries()) {
    const rows = members.rows.filter((row) => row.organization_id === idOf(at));
    expect([what, rows.map((row) => row.let_in_by_provider), homes.rows[at]?.answered]).toEqual([
      what,
      letIn[at],
      answered[at],
    ]);
  }
  await client.close();
}, 60_000);
