import { expect, test, vi } from "vitest";
import { isGuarded } from "@/lib/http/guarded";

// Outside a request Next's own modules have nothing to say; only the shape of the entries is looked at.
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

const entries = import.meta.glob<Record<string, unknown>>(["./**/actions.ts", "./**/route.ts"], {
  eager: true,
});

/** What Next reads of a route file beside its handlers. */
const settings = ["dynamic", "runtime", "revalidate", "maxDuration"];

test.each(Object.entries(entries))("%s exports only guarded entry points", (_file, exports) => {
  const unguarded = Object.entries(exports)
    .filter(([name, entry]) => !settings.includes(name) && !isGuarded(entry))
    .map(([name]) => name);
  expect(unguarded).toEqual([]);
});

test("there are entry points to look at", () => {
  expect(Object.keys(entries).length).toBeGreaterThan(5);
});

test("an unguarded function would be found", () => {
  expect(isGuarded(async () => null)).toBe(false);
});
