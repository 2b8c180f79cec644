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
