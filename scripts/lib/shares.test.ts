import { expect, test } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { makeShares } = await import("./shares.mjs" as string);

/** Something kept for one other side, which can grow, shrink unseen, and be cut off. */
function anEntry(share: ReturnType<typeof makeShares>, network: string, bytes: number) {
  const entry = { bytes, isCutOff: false };
  const { weigh, leave } = share({
    network,
    bytes: () => entry.bytes,
    cutOff: () => Object.assign(entry, { isCutOff: true, bytes: 0 }),
  });
  return Object.assign(entry, {
    leave,
    grow(to: number) {
      entry.bytes = to;
      weigh();
    },
  });
}

const cut = (entries: { isCutOff: boolean }[]) => entries.map(({ isCutOff }) => isCutOff);

test("a network that keeps more than its share loses what it began first", () => {
  const share = makeShares({ ofOneNetwork: 100, inAll: 1000 });
  const entries = [40, 40, 20].map((bytes) => anEntry(share, "a", bytes));
  const other = anEntry(share, "b", 100);
  expect(cut([...entries, other])).toEqual([false, false, false, false]);
  entries[2]?.grow(30);
  expect(cut([...entries, other])).toEqual([true, false, false, false]);
  entries[1]?.grow(101);
  expect(cut([...entries, other])).toEqual([true, true, false, false]);
});

test("when all keep too much, whoever keeps most loses, and not who keeps little", () => {
  const share = makeShares({ ofOneNetwork: 100, inAll: 150 });
  const small = anEntry(share, "a", 1);
  const heavy = [anEntry(share, "b", 50), anEntry(share, "b", 49)];
  const newest = anEntry(share, "c", 51);
  expect(cut([small, ...heavy, newest])).toEqual([false, true, false, false]);
});

test("what has shrunk or left is not counted", () => {
  const share = makeShares({ ofOneNetwork: 100, inAll: 100 });
  const shrunk = anEntry(share, "a", 90);
  shrunk.bytes = 0;
  const next = anEntry(share, "a", 90);
  expect(cut([shrunk, next])).toEqual([false, false]);
  next.leave();
  expect(cut([shrunk, next, anEntry(share, "b", 100)])).toEqual([false, false, false]);
});
