import { beforeEach, expect, test, vi } from "vitest";
import {
  addUncompared,
  forgetUncompared,
  uncomparedSoFar,
  wereShown,
} from "@/components/rotation/uncompared-so-far";
import type { KeyOfPerson } from "@/lib/vault/run-rotation";

const store = new Map<string, string>();

beforeEach(() => {
  store.clear();
  vi.stubGlobal("window", {
    sessionStorage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
      removeItem: (key: string) => store.delete(key),
    },
  });
  return () => vi.unstubAllGlobals();
});

const person = (userId: string, publicKey = "key") =>
  ({ userId, publicKey, email: userId, name: null }) as unknown as KeyOfPerson;

test("people stay named over all batches of one rotation, each key once, until it is over", () => {
  addUncompared("one", [person("ann")]);
  addUncompared("other", [person("zoe")]);
  expect(addUncompared("one", [person("ann"), person("ben")])).toEqual([person("ann"), person("ben")]);
  expect(addUncompared("one", [])).toEqual([person("ann"), person("ben")]);
  forgetUncompared("one");
  expect(uncomparedSoFar("one")).toEqual([]);
  expect(uncomparedSoFar("other")).toEqual([person("zoe")]);
});

test("somebody new, or with another key than was shown, was not shown", () => {
  const shown = [person("ann"), person("ben")];
  expect(wereShown(shown, shown)).toBe(true);
  expect(wereShown([person("ann")], shown)).toBe(true);
  expect(wereShown([...shown, person("zoe")], shown)).toBe(false);
  expect(wereShown([person("ann", "another key")], shown)).toBe(false);
});
