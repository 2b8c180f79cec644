import { beforeEach, expect, test, vi } from "vitest";
import { idleLimitOf, isBeyond, keepLimit, type LockAfter, openSince } from "@/components/vault/lock-after";

const store = new Map<string, string>();

beforeEach(() => {
  store.clear();
  vi.stubGlobal("window", {
    localStorage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
      removeItem: (key: string) => store.delete(key),
    },
  });
  return () => vi.unstubAllGlobals();
});

test.each<[LockAfter, number | null, number | null]>([
  ["15", null, 15],
  ["never", null, null],
  ["15", 5, 5],
  ["1", 5, 1],
  ["never", 30, 30],
  ["60", 0, 1],
])("a choice of %s minutes under a limit of %s is %s", (choice, limit, minutes) => {
  expect(idleLimitOf(choice, limit)).toBe(minutes === null ? null : minutes * 60_000);
});

test("choices beyond the limit are not offered", () => {
  expect(isBeyond("never", 15)).toBe(true);
  expect(isBeyond("60", 15)).toBe(true);
  expect(isBeyond("15", 15)).toBe(false);
  expect(isBeyond("never", null)).toBe(false);
  expect(isBeyond("1", 0)).toBe(false);
});

test("the limit is kept while no page is open, and forgotten once there is none", () => {
  store.set("trousseau-lock-after", "never");
  expect(openSince()).toBe(0);
  keepLimit({ minutes: 5, action: "lock" });
  expect(Date.now() - openSince()).toBeGreaterThanOrEqual(5 * 60_000);
  keepLimit({ minutes: null, action: "logOut" });
  expect(openSince()).toBe(0);
  keepLimit({ minutes: 5, action: null });
  keepLimit(null);
  expect(openSince()).toBe(0);
});
