import { expect, test } from "vitest";
import { type Progress, stageAll } from "@/lib/vault/run-rotation";

test("the server counts before the first batch only, and the progress goes on from there", async () => {
  const left = [["a", "b"], ["c"], ["d", "e"]];
  const asked: boolean[] = [];
  const staged: string[] = [];
  const seen: Progress[] = [];
  await stageAll<string[], string, string>(
    {
      rows: async (counted) => {
        asked.push(counted);
        return { counts: counted ? { total: 7, left: 5 } : null, next: left.shift() ?? null };
      },
      stage: async (rows) => staged.push(...rows),
    },
    async (rows) => ({ rows, damaged: [] }),
    (progress) => seen.push(progress),
    new AbortController().signal,
  );
  expect(asked).toEqual([true, false, false, false]);
  expect(staged).toEqual(["a", "b", "c", "d", "e"]);
  expect(seen.map((progress) => progress.staged)).toEqual([2, 4, 5, 7]);
  expect(seen.every(({ total }) => total === 7)).toBe(true);
});

const person = (userId: string) => ({ userId, publicKey: "" as never, name: null, email: userId });

test("what does not open stops nothing else, and is named once all of it is known, with those not compared", async () => {
  const rows = ["a", "broken 1", "b", "broken 2", "c"];
  const staged = new Set<string>();
  const next = async (_: boolean, last: { id: string } | null) => {
    const left = rows.filter((row) => !staged.has(row));
    const after = left.filter((row) => last === null || rows.indexOf(row) > rows.indexOf(last.id));
    const batch = (after.length > 0 ? after : left).slice(0, 2);
    return { counts: null, next: batch, last: { kind: "item", id: batch.at(-1) ?? "" } };
  };
  const isBroken = (row: string) => row.startsWith("broken");
  const answer = await stageAll<string[], string, string>(
    {
      rows: next,
      stage: async (done) => {
        for (const row of done) staged.add(row);
      },
    },
    async (batch) => ({
      rows: batch.filter((row) => !isBroken(row)),
      damaged: batch.filter(isBroken).map((id) => ({ kind: "item", id })),
      uncompared: batch.filter((row) => !isBroken(row)).map(person),
    }),
    () => {},
    new AbortController().signal,
  );
  expect([...staged]).toEqual(["a", "b", "c"]);
  expect(answer).toEqual({
    ok: false,
    damaged: [
      { kind: "item", id: "broken 1" },
      { kind: "item", id: "broken 2" },
    ],
    changed: [],
    uncompared: ["a", "b", "c"].map(person),
  });
});

test("a key that has changed in a later batch takes nobody away who was not compared in an earlier one", async () => {
  const batches = [["ann"], ["changed"]];
  const answer = await stageAll<string[], string, string>(
    { rows: async () => ({ counts: null, next: batches.shift() ?? null }), stage: async () => {} },
    async ([id = ""]) =>
      id === "changed"
        ? { rows: [], damaged: [], changed: [{ ...person(id), formerDigest: "", isOwner: false }] }
        : { rows: [id], damaged: [], uncompared: [person(id)] },
    () => {},
    new AbortController().signal,
  );
  expect(answer).toMatchObject({ ok: false, changed: [{ userId: "changed" }], uncompared: [person("ann")] });
});

test("what opens in a batch in which a key has changed is staged all the same", async () => {
  const staged: string[] = [];
  const answer = await stageAll<string[], string, string>(
    {
      rows: async () => ({ counts: null, next: ["ann", "bob"] }),
      stage: async (rows) => staged.push(...rows),
    },
    async () => ({
      rows: ["bob"],
      damaged: [],
      changed: [{ ...person("ann"), formerDigest: "", isOwner: false }],
      uncompared: [person("bob")],
    }),
    () => {},
    new AbortController().signal,
  );
  expect(staged).toEqual(["bob"]);
  expect(answer).toMatchObject({ ok: false, changed: [{ userId: "ann" }], uncompared: [{ userId: "bob" }] });
});
