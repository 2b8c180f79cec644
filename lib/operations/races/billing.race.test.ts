import { afterAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { invoices } from "@/db/schema/invoices";
import { operatorActor } from "@/lib/domain/actor";
import { closeMonth } from "@/lib/operations/billing/close-month";
import { settleInvoice } from "@/lib/operations/billing/settle-invoice";
import { execute } from "@/lib/operations/command";
import { aBilledProvider } from "@/test/billing";
import { openTestPostgres } from "@/test/database";
import { lockingNo, race, report, roundsOf, violationsIn, withoutLocks } from "@/test/racing";

const { db, url, drop } = await openTestPostgres();
const other = await openDatabase({ database: { driver: "pg", url } });
afterAll(async () => {
  await other.close();
  await drop();
});

const operator = operatorActor();
const providers = 3;
let played = 0;

/** The next month that nobody has closed. */
function nextMonth(): string {
  const months = played++;
  return `${2020 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** A month that two processes close at once, each of which goes on until nothing is left. */
async function closedByTwo(command: typeof closeMonth): Promise<string | null> {
  const month = nextMonth();
  const before = await db.$count(invoices);
  const ended = await race(
    [db, other.db].map((process) => async () => {
      for (let more = true; more; )
        more = (await execute(process, command, operator, { month })).isMoreLikely;
    }),
  );
  const numbers = (await db.select({ number: invoices.number }).from(invoices)).map(({ number }) =>
    Number(number.slice(5)),
  );
  const made = numbers.length - before;
  const hasGap = Math.max(...numbers) !== numbers.length || new Set(numbers).size !== numbers.length;
  const fair = ended.every((how) => how === "done") && made === providers && !hasGap;
  return fair ? null : `${ended.join(", ")}: ${made} invoices, ${hasGap ? "a gap" : "no gap"} in the numbers`;
}

test("two processes that close a month make one invoice for each provider, without a gap", async () => {
  for (let many = 0; many < providers; many++)
    await db.transaction((tx) => aBilledProvider(tx, { since: "2019-01-01T00:00:00Z" }));
  const rounds = roundsOf(24);
  const violations = await violationsIn(rounds, () => closedByTwo(closeMonth));
  expect(violations).toEqual([]);
  // Without the lock too: the table refuses a second invoice, and whoever comes second begins anew.
  expect(await violationsIn(3, () => closedByTwo(lockingNo("billing", closeMonth)))).toEqual([]);
  report(rounds, violations.length, 0);
});

/** An open invoice, which is paid and made void at the same moment. */
async function settledTwice(command: typeof settleInvoice): Promise<string | null> {
  const month = nextMonth();
  const { invoices: made } = await execute(db, closeMonth, operator, { month });
  const number = made[0]?.number ?? "";
  const ended = await race(
    [db, other.db].map((process, place) => async () => {
      await execute(process, command, operator, { number, status: place === 0 ? "paid" : "void" });
    }),
  );
  return ended.join() === "done,invoice_settled" ? null : ended.join();
}

test("an invoice ends once", async () => {
  const rounds = roundsOf(12);
  const violations = await violationsIn(rounds, () => settledTwice(settleInvoice));
  expect(violations).toEqual([]);
  const unlocked = await withoutLocks(() =>
    violationsIn(3, () => settledTwice(lockingNo("billing", settleInvoice))),
  );
  report(rounds, violations.length, unlocked.length);
});
