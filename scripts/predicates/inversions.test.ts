import { transform } from "esbuild";
import { expect, test } from "vitest";
import { invertedIn } from "./inversions";

/** What a module exports, run as TypeScript. */
async function exportsOf(module: string): Promise<Record<string, (number: number) => unknown>> {
  const { code } = await transform(module, { loader: "ts", format: "esm" });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

const file = "lib/domain/some.ts";
const some = `
export const isBig = (number: number): boolean => number > 9;
export function mayGrow(number: number) {
  return isBig(number) ? { allowed: false, refusal: "vault_full" } : { allowed: true };
}`;

test("one predicate says the opposite, to its own module too", async () => {
  const { isBig, mayGrow } = await exportsOf(invertedIn(some, { name: "isBig", file, says: "boolean" }));
  expect([isBig?.(10), isBig?.(1)]).toEqual([false, true]);
  expect(mayGrow?.(1)).toMatchObject({ allowed: false });
});

test("a decision that is turned over is a yes, or a no", async () => {
  const { isBig, mayGrow } = await exportsOf(invertedIn(some, { name: "mayGrow", file, says: "decision" }));
  expect(isBig?.(10)).toBe(true);
  expect([mayGrow?.(10), mayGrow?.(1)]).toEqual([
    { allowed: true },
    { allowed: false, refusal: "not_found" },
  ]);
});
