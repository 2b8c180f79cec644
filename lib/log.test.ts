import { beforeEach, expect, test } from "vitest";
import { makeLog } from "@/lib/log";
import { describeError, framesOf } from "@/lib/log/describe-error";

const canary = "Canary-7Q";
let lines: string[];
beforeEach(() => {
  lines = [];
});
const log = () => makeLog("info", { write: (line) => void lines.push(line) });
const written = () => JSON.parse(lines[0] ?? "") as Record<string, unknown>;

test("a line is one line, whatever its texts hold", () => {
  log().info({ path: 'x\n{"level":50,"msg":"forged"}\u001b[2J\u009b31m\u2028\u202e' }, "request");
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).toMatch(/^[ -~]+$/);
});

test("texts are cut, and what is large or deep is left out", () => {
  log().info(
    { text: "x".repeat(5000), list: Array(100).fill(1), deep: { a: { b: { c: { d: { e: { f: 1 } } } } } } },
    "m",
  );
  const { text, list, deep } = written();
  expect(text).toHaveLength(300);
  expect(list).toHaveLength(20);
  expect(JSON.stringify(deep)).toContain("[deeper]");
});

test("what is secret by its name is left out, at the top and one level down", () => {
  log().info({ token: canary, password: canary, headers: { cookie: canary, authorization: canary } }, "m");
  expect(lines[0]).not.toContain(canary);
});

test("of an error the line keeps the kind, the code and the place, at any depth, and no word of it", () => {
  const cause = Object.assign(new Error(`duplicate key (${canary})\n    at ${canary} (/${canary}:1:1)`), {
    code: "23505",
    detail: canary,
    name: `${canary}\n`,
  });
  const error = new TypeError(`Failed query: insert ${canary}\n    at ${canary} (/${canary}:1:1)`, { cause });
  log().error({ error: describeError(error), raw: error, list: [error] }, "unexpected error");
  expect(lines[0]).not.toContain(canary);
  expect(written().error).toMatchObject({
    name: "TypeError",
    at: expect.arrayContaining([expect.stringContaining("lib/log.test.ts:")]),
    cause: { name: "Error", code: "23505" },
  });
});

test("a place is a file with a line and a column, and nothing else", () => {
  const stack = `Error: x\n    at run (file:///srv/app/a.js:1:2)\n    at async /srv/b.js:3:4\n    at ${canary}\n  at x (eval)`;
  expect(framesOf(stack)).toEqual(["file:///srv/app/a.js:1:2", "/srv/b.js:3:4"]);
});
