import { rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { openInMemory } from "@/test/database";
import { type ActorName, actorNames, type InstanceName, kinds } from "@/test/matrix/actors";
import type { Row } from "@/test/matrix/row";
import { type Vaults, vaultsOf } from "@/test/matrix/vaults";
import { makeWorld, type World } from "@/test/matrix/world";
import { outcomeOf } from "@/test/racing";

const operations = Object.entries(
  import.meta.glob<Record<string, unknown>>(["/lib/operations/*/*.ts", "!/lib/operations/*/*.test.ts"], {
    eager: true,
  }),
).flatMap(([, exports]) => Object.values(exports).filter(isOperation));

const tables = import.meta.glob<{ rows: readonly Row[] }>("./rows/*.ts", { eager: true });
const rows = Object.values(tables).flatMap((table) => table.rows);

type Named = { kind: "command" | "query"; name: string };

function isOperation(value: unknown): value is Named {
  const { kind } = (typeof value === "object" && value !== null ? value : {}) as Partial<Named>;
  return kind === "command" || kind === "query";
}

/** Sign-ups are open, the address has a name, as passkeys need it, and the folder of the instance is this test's own. */
const folder = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = await Promise.all([import("node:fs"), import("node:os")]);
  const dataDir = mkdtempSync(`${tmpdir()}/trousseau-matrix-`);
  Object.assign(process.env, {
    SIGNUPS: "open",
    APP_URL: "https://portal.provider.example",
    DATA_DIR: dataDir,
  });
  return dataDir;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  const summary = process.env.MATRIX_SUMMARY;
  if (summary) writeFileSync(summary, `${requests} ${rows.length} ${Object.keys(kinds).length}`);
});

let db: Database;
let world: World;
let requests = 0;
beforeAll(async () => {
  db = await openInMemory();
  world = await db.transaction(makeWorld);
});
// A password that was proven is asked for again after ten minutes, which all rows together may take.
beforeEach(async () => {
  await db.update(sessions).set({ provenAt: new Date() });
});

test("every operation has one row, and no other rows are there", () => {
  expect(operations.length).toBeGreaterThan(100);
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).sort();
  expect(names(rows)).toEqual(names(operations));
});

test("there are sixteen kinds of actor", () => {
  expect(Object.keys(kinds)).toHaveLength(16);
});

class Undo extends Error {}

/** How a request ends, of which nothing stays. */
async function endOf({ prepare }: Row, name: ActorName | InstanceName): Promise<string> {
  let outcome = "";
  const you = world.who(name);
  await db
    .transaction(async (tx) => {
      const request = await prepare({ ...world, tx, you });
      outcome = await outcomeOf(request(you.actor));
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  requests += 1;
  return outcome;
}

/** What is in people's vaults before a request and after it. */
async function vaultsAround({ prepare }: Row, name: ActorName): Promise<{ before: Vaults; after: Vaults }> {
  let before: Vaults = new Map();
  let after: Vaults = new Map();
  const you = world.who(name);
  await db
    .transaction(async (tx) => {
      const request = await prepare({ ...world, tx, you });
      before = await vaultsOf(tx, world, name);
      await request(you.actor);
      after = await vaultsOf(tx, world, name);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  return { before, after };
}

/** The operations that have changed what is in somebody's vault. */
const changing = new Set<string>();

describe.each(rows)("$name", (row) => {
  test("is for whom the table says", async () => {
    const outcomes: Record<string, string> = {};
    for (const name of actorNames) outcomes[name] = await endOf(row, name);
    expect(outcomes).toEqual(row.expected.of);
  });

  test("changes nobody's vault without another state of it", async () => {
    // Whoever has the collection has something in their vault to change.
    const name = (["manage", "owner", ...actorNames] as const).find(
      (name) => row.expected.of[name] === "done",
    );
    if (!name) return;
    const { before, after } = await vaultsAround(row, name);
    for (const [userId, { contents, state }] of before) {
      const now = after.get(userId);
      if (now?.contents === contents) continue;
      changing.add(row.name);
      expect(now?.state).not.toBe(state);
    }
  });

  test("is done for somebody", async () => {
    const { of, instance } = row.expected;
    if (instance) expect(await endOf(row, instance)).toBe("done");
    else expect(Object.values(of)).toContain("done");
  });
});

test("many operations change what is in vaults, of each kind", () => {
  expect([...changing]).toEqual(
    expect.arrayContaining([
      ...["attachment.finish", "client.rename", "collection.change_access", "folder.create", "import.items"],
      ...["item.create", "item.mark", "item.trash", "organization.leave", "rotation.finish_organization"],
    ]),
  );
  expect(changing.size).toBeGreaterThan(25);
});
