import { and, eq, isNull } from "drizzle-orm";
import { PgDatabase } from "drizzle-orm/pg-core";
import { afterAll, expect, test, vi } from "vitest";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { ensureSetUpLink } from "@/lib/http/ensure-set-up-link";
import { openTestPostgres } from "@/test/database";
import { report, violationsIn } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const rounds = 20;

/** Five processes start on one empty instance. */
async function starts(): Promise<string | null> {
  await db.delete(oneTimeTokens);
  const links = await Promise.all(Array.from({ length: 5 }, () => ensureSetUpLink(db)));
  const open = await db.$count(
    oneTimeTokens,
    and(eq(oneTimeTokens.purpose, "instance_set_up"), isNull(oneTimeTokens.replacedAt)),
  );
  return links.every(Boolean) && open === 1 ? null : `${open} links are open`;
}

test("of five processes that start at once one leaves an open link; without the lock several do", async () => {
  const violations = await violationsIn(rounds, starts);
  expect(violations).toEqual([]);

  // The lock is the only raw statement of the command.
  const spy = vi.spyOn(PgDatabase.prototype, "execute").mockResolvedValue({ rows: [] } as never);
  const unlocked = await violationsIn(rounds, starts);
  spy.mockRestore();
  expect(unlocked.length).toBeGreaterThan(0);
  report(rounds, violations.length, unlocked.length);
});
