import { expect, test } from "vitest";
import { Parts } from "@/lib/domain/parts";
import { fromAnswer, fromWire, toWire } from "@/lib/http/wire";

/** A text as it comes from a server, some bytes at a time. */
function bodyOf(text: string, size = 1000): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(body) {
      for (let at = 0; at < bytes.length; at += size) body.enqueue(bytes.slice(at, at + size));
      body.close();
    },
  });
}

test.each([
  [{ at: new Date("2026-03-01T10:00:00.123Z"), list: [new Date(0)], none: null }],
  [{ name: "$D2026-03-01T10:00:00.123Z", price: "$5", more: "$$", text: "a $ b" }],
  ["$"],
  [[1, true, "é"]],
])("%o comes back as it was", async (value) => {
  expect(fromWire(toWire(value))).toEqual(value);
  expect(await fromAnswer(bodyOf(toWire(value)))).toEqual(value);
});

test.each([1, 7, 1000])("parts come one after the other, in pieces of %i bytes", async (size) => {
  const parts = [[new Date(0), "é\n"], { name: "$P2" }, []];
  const { found, none } = (await fromAnswer(
    bodyOf(toWire({ found: new Parts(parts), none: "$P1" }), size),
  )) as { found: Parts<unknown>; none: string };
  const read: unknown[] = [];
  for await (const part of found) read.push(part);
  expect([read, none]).toEqual([parts, "$P1"]);
});

test("an answer that ends before its last part is none", async () => {
  const text = toWire({ found: new Parts([[1], [2]]) });
  const { found } = (await fromAnswer(bodyOf(text.slice(0, -"\n[2]".length)))) as { found: Parts<unknown> };
  const readAll = async () => {
    for await (const part of found) expect(part).toEqual([1]);
  };
  await expect(readAll()).rejects.toThrow();
});

test("what is nested too deeply is no question", () => {
  expect(() => fromWire("[".repeat(100_000) + "]".repeat(100_000))).toThrow(SyntaxError);
});
