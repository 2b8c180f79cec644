import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { comparedKeysOf } from "@/components/people/compared-keys";
import { publicKey } from "@/db/testing-people";

const kept = new Map<string, string>();
const localStorage = {
  getItem: (place: string) => kept.get(place) ?? null,
  setItem: (place: string, text: string) => void kept.set(place, text),
};

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("window", { localStorage });
});
afterEach(() => vi.unstubAllGlobals());

const [brett, betty, mia] = [randomUUID(), randomUUID(), randomUUID()];

test("a key that was compared is known, and another of the same person is not", async () => {
  const [hers, another] = [publicKey(), publicKey()];
  expect(await comparedKeysOf(brett).isCompared(mia, hers)).toBe(false);
  await comparedKeysOf(brett).rememberCompared(mia, hers);
  expect(await comparedKeysOf(brett).isCompared(mia, hers)).toBe(true);
  expect(await comparedKeysOf(brett).isCompared(mia, another)).toBe(false);
  expect(await comparedKeysOf(brett).isCompared(betty, hers)).toBe(false);
});

test("what one account compared, another account in the same browser has not", async () => {
  const hers = publicKey();
  await comparedKeysOf(brett).rememberCompared(mia, hers);
  expect(await comparedKeysOf(betty).isCompared(mia, hers)).toBe(false);
});

test("what stands there and is not understood counts as nothing, and is written over", async () => {
  const hers = publicKey();
  for (const nonsense of ["{", "null", "7", '"text"', `{"${mia}":true}`]) {
    kept.set(`trousseau-compared-keys:${brett}`, nonsense);
    expect(await comparedKeysOf(brett).isCompared(mia, hers)).toBe(false);
  }
  await comparedKeysOf(brett).rememberCompared(mia, hers);
  expect(await comparedKeysOf(brett).isCompared(mia, hers)).toBe(true);
});

test("a browser that keeps nothing asks again", async () => {
  vi.stubGlobal("window", {
    get localStorage() {
      throw new DOMException("denied", "SecurityError");
    },
  });
  const hers = publicKey();
  await comparedKeysOf(brett).rememberCompared(mia, hers);
  expect(await comparedKeysOf(brett).isCompared(mia, hers)).toBe(false);
});
