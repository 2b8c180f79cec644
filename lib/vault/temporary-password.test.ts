import { expect, test } from "vitest";
import words from "@/lib/crypto/eff-large-wordlist.json";
import { lackedBy } from "@/lib/domain/policy/password";
import { randomBelow } from "@/lib/vault/random-below";
import { makeTemporaryPassword } from "@/lib/vault/temporary-password";

const many = (asked: Parameters<typeof makeTemporaryPassword>[0]) =>
  Promise.all(Array.from({ length: 200 }, () => makeTemporaryPassword(asked)));
const least = { minLength: null, requireUpper: false, requireNumbers: false, requireSpecial: false };

test("is five words of the list, joined by hyphens, another one each time", async () => {
  const passwords = await many(null);
  expect(new Set(passwords).size).toBe(200);
  const known = new Set(words);
  for (const password of passwords) {
    expect(password.split("-")).toHaveLength(5);
    expect(password.split("-").every((word) => known.has(word))).toBe(true);
  }
});

test("carries at least 60 bits", () => {
  const usable = words.filter((word) => !word.includes("-")).length;
  expect(5 * Math.log2(usable)).toBeGreaterThan(60);
});

test("meets what a policy asks, in a way that can be said", async () => {
  for (const password of await many({ ...least, minLength: 60 }))
    expect(password.length).toBeGreaterThanOrEqual(60);
  const all = { ...least, requireUpper: true, requireNumbers: true, requireSpecial: true };
  const requirements = {
    ...all,
    requireLower: true,
    minComplexity: 4,
    enforceOnLogin: true,
    organizations: [],
  };
  for (const password of await many(all)) {
    expect(password).toMatch(/^[A-Z][a-z]+(-[a-z]+){4}-\d!$/);
    expect(lackedBy(password, 4, requirements)).toEqual([]);
  }
});

test("numbers below a bound come evenly, also where it does not divide the range", () => {
  const bound = 40_000;
  const draws = Array.from({ length: 20_000 }, () => randomBelow(bound));
  expect(Math.max(...draws)).toBeLessThan(bound);
  // Without throwing numbers away, those below 25,536 would come twice as often as the others.
  const low = draws.filter((number) => number < 25_536).length / draws.length;
  expect(low).toBeGreaterThan(0.6);
  expect(low).toBeLessThan(0.68);
});
