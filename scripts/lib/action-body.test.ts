import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { isActionBody } = await import("./action-body.mjs" as string);

// React's own writer of arguments, as Next bundles it for browsers.
vi.stubGlobal("__turbopack_load_by_url__", () => {});
const { encodeReply } = await import(
  "next/dist/compiled/react-server-dom-turbopack/client.browser.js" as string
);

test("what React writes for plain inputs is taken", async () => {
  const plain = fc
    .jsonValue({ maxDepth: 6 })
    .filter((value) => !/"(__proto__|then|toJSON)":/.test(JSON.stringify(value)));
  const special = fc.constantFrom(
    undefined,
    Number.NaN,
    Infinity,
    -Infinity,
    -0,
    12n,
    new Date(0),
    "$1",
    "$$",
    "$F1",
  );
  await fc.assert(
    fc.asyncProperty(plain, special, async (value, other) => {
      const twice = { value };
      expect(isActionBody(await encodeReply([{ value, other, twice }, twice]))).toBe(true);
    }),
  );
});

describe("anything else is refused", () => {
  test.each([
    "",
    "{{{",
    '{"a":1}',
    '["$F1"]',
    '["$h1"]',
    '["$@1"]',
    '["$B1"]',
    '["$Q1"]',
    '["$K1"]',
    '["$T"]',
    '["$nabc"]',
    '["$0"]',
    '["$0:5:x"]',
    '["$0:constructor"]',
    '[{"__proto__":{"a":1}}]',
    '[{"then":"x"}]',
    `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  ])("%.40s", (text) => {
    expect(isActionBody(text)).toBe(false);
  });
});

test("what is large only to be slow is refused", () => {
  const many = (value: string, times: number) => `[{"a":[${Array(times).fill(value).join(",")}]}]`;
  expect(isActionBody(many("{}", 19_000))).toBe(true);
  expect(isActionBody(many("{}", 21_000))).toBe(false);
  expect(isActionBody(`[${Array(5).fill("1").join(",")}]`)).toBe(false);
});
