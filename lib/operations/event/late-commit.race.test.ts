import { and, asc, eq, gt, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { OrganizationId } from "@/lib/domain/ids";
import { record } from "@/lib/operations/record";
import { openTestPostgres } from "@/test/database";
import { anyId } from "@/test/organization";
import { aPerson } from "@/test/people";
import { race, report, violationsIn } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const somebody = await db.transaction((tx) => aPerson(tx, "Brett Warden"));

type Write = (tx: Tx, organizationId: OrganizationId) => Promise<unknown>;

const recorded: Write = (tx, organizationId) =>
  record(
    tx,
    somebody.actor,
    [{ type: "organization.updated", organizationId, details: { from: "a", to: "b" } }],
    {},
    new Date(),
  );

/** The same without turns. */
const unordered: Write = async (tx, organizationId) => {
  const row = { type: "organization.updated", actorKind: "person", organizationId, at: new Date() } as const;
  await tx.insert(events).values(row);
};

/** An export: reads a log forwards from where it stopped. */
function anExport(organizationId: OrganizationId) {
  let last = 0;
  const read: number[] = [];
  return {
    read,
    async goOn() {
      const rows = await db
        .select({ sequence: events.sequence })
        .from(events)
        .where(and(eq(events.organizationId, organizationId), gt(events.sequence, last)))
        .orderBy(asc(events.sequence));
      for (const { sequence } of rows) {
        read.push(sequence);
        last = sequence;
      }
    },
  };
}

const isWaiting = async () => {
  const { rows } = await db.execute<{ waiting: boolean }>(
    sql`select exists (select from pg_locks where locktype = 'advisory' and not granted) as waiting`,
  );
  return rows[0]?.waiting ?? false;
};

/** One act takes its number and commits late, another comes after it; an export reads in between. */
async function missedBy(write: Write): Promise<number> {
  const organizationId = OrganizationId.parse(anyId());
  const exporting = anExport(organizationId);
  const gate = { open: () => {} };
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  const wrote = { tell: () => {} };
  const written = new Promise<void>((resolve) => {
    wrote.tell = resolve;
  });
  const late = db.transaction(async (tx) => {
    await write(tx, organizationId);
    wrote.tell();
    await opened;
  });
  await written;
  let settled = false;
  const next = db
    .transaction((tx) => write(tx, organizationId))
    .finally(() => {
      settled = true;
    });
  while (!settled && !(await isWaiting())) {}
  await exporting.goOn();
  gate.open();
  await Promise.all([late, next]);
  await exporting.goOn();
  return 2 - exporting.read.length;
}

test("an export never goes past an event whose commit comes late", async () => {
  const found: number[] = [];
  for (let round = 0; round < 20; round++) found.push(await missedBy(recorded));
  expect(found.filter((missed) => missed > 0)).toEqual([]);
  expect(await missedBy(unordered)).toBe(1);
  report(20, 0, 1);
});

test("many acts at once are all read by an export that runs meanwhile", async () => {
  const play = async () => {
    const organizationId = OrganizationId.parse(anyId());
    const exporting = anExport(organizationId);
    let running = true;
    const reading = (async () => {
      while (running) await exporting.goOn();
    })();
    const act = () => db.transaction((tx) => recorded(tx, organizationId));
    const outcomes = await race(Array.from({ length: 30 }, () => act));
    running = false;
    await reading;
    await exporting.goOn();
    const broken = outcomes.filter((outcome) => outcome !== "done");
    return exporting.read.length === 30 && broken.length === 0
      ? null
      : `${exporting.read.length} of 30 read ${broken.join("; ")}`;
  };
  expect(await violationsIn(20, play)).toEqual([]);
});
