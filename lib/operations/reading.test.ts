import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Database } from "@/db/client";
import { countingLogger, countStatements } from "@/db/counting";
import { rateLimits } from "@/db/schema/rate-limits";
import { everyone } from "@/lib/operations/access";
import { listClients } from "@/lib/operations/client/list-clients";
import { askerOf } from "@/lib/operations/limits";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { ask, defineQuery } from "@/lib/operations/query";
import { openReading } from "@/lib/operations/reading";
import { openInMemory } from "@/test/database";
import { aProviderWith } from "@/test/provider";

let db: Database;
beforeAll(async () => {
  db = await openInMemory({ logger: countingLogger() });
});

const aTeam = () => db.transaction((tx) => aProviderWith(tx, { brett: "provider_admin, confirmed" }));

const throttled = defineQuery({
  name: "a.throttled_question",
  input: z.object({}),
  access: everyone("a test"),
  throttle: ({ actor }) => [{ what: "a_test", by: askerOf(actor), points: 5, seconds: 60 }],
  read: async () => "answered",
});

/** What `work` needed of the database: how many transactions, and how many statements within them. */
async function cost(work: () => Promise<unknown>) {
  const spy = vi.spyOn(db, "transaction");
  try {
    const { statements } = await countStatements(work);
    return { transactions: spy.mock.calls.length, statements };
  } finally {
    spy.mockRestore();
  }
}

test("what is asked one after another, as by a layout and its page, is read in one transaction", async () => {
  const { providerId, brett } = await aTeam();
  const page = async () => {
    const reading = openReading(db);
    await ask(reading, getProviderFrame, brett.actor, { providerId });
    await ask(reading, listClients, brett.actor, { providerId });
  };
  expect(await cost(page)).toEqual({ transactions: 1, statements: 3 });
});

test("the same question is answered once, and of another input or person anew", async () => {
  const { providerId, brett } = await aTeam();
  const other = await aTeam();
  const twice = async () => {
    const reading = openReading(db);
    const [first, second] = await Promise.all([
      ask(reading, getProviderFrame, brett.actor, { providerId }),
      ask(reading, getProviderFrame, brett.actor, { providerId }),
    ]);
    expect(second).toBe(first);
  };
  expect(await cost(twice)).toEqual({ transactions: 1, statements: 2 });

  const reading = openReading(db);
  await ask(reading, getProviderFrame, brett.actor, { providerId });
  const elsewhere = ask(reading, getProviderFrame, brett.actor, { providerId: other.providerId });
  await expect(elsewhere).rejects.toMatchObject({ name: "NotFound" });
  const stranger = ask(reading, getProviderFrame, other.brett.actor, { providerId });
  await expect(stranger).rejects.toMatchObject({ name: "NotFound" });
});

test("what is counted is counted beside the reading, which cannot write", async () => {
  const { providerId, brett } = await aTeam();
  const reading = openReading(db);
  const answers = await Promise.all([
    ask(reading, getProviderFrame, brett.actor, { providerId }),
    ask(reading, throttled, brett.actor, {}),
    ask(reading, throttled, brett.actor, {}),
  ]);
  expect(answers.slice(1)).toEqual(["answered", "answered"]);
  expect((await db.select().from(rateLimits)).map(({ points }) => points)).toEqual([2]);
});
