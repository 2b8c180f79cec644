import { expect, test, vi } from "vitest";
import { isGuarded } from "@/lib/http/guarded";
import { routes } from "@/lib/machine-api/app";
import type { Row } from "@/test/matrix/row";

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

const tables = import.meta.glob<{ rows: readonly Row[] }>("../test/matrix/rows/*.ts", { eager: true });
const inMatrix = new Set(Object.values(tables).flatMap(({ rows }) => rows.map(({ name }) => name)));

test.each(routes)("$sentence is guarded, and the matrix says who may run what it runs", (route) => {
  expect(isGuarded(route.handle)).toBe(true);
  expect(route.operations.filter((name) => !inMatrix.has(name))).toEqual([]);
});

test("no address of a machine is served by two routes", () => {
  const shapes = routes.map(({ sentence }) => sentence.replace(/:\w+/g, ":"));
  expect(shapes.length).toBeGreaterThan(5);
  expect(new Set(shapes).size).toBe(shapes.length);
});

test("there are entry points to look at", () => {
  expect(Object.keys(entries).length).toBeGreaterThan(5);
});

test("an unguarded function would be found", () => {
  expect(isGuarded(async () => null)).toBe(false);
});
