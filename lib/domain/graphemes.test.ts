import { expect, test } from "vitest";
import { graphemes, segmented } from "@/lib/domain/graphemes";

test.each([
  ["", []],
  ["Zoé", ["Z", "o", "é"]],
  ["Zoe\u0301", ["Z", "o", "e\u0301"]],
  ["a\r\nb", ["a", "\r\n", "b"]],
  ["👩‍👩‍👧 x", ["👩‍👩‍👧", " ", "x"]],
  ["©\ufe0f", ["©\ufe0f"]],
  ["한국", ["한", "국"]],
])("%j is counted as people count it", (text, characters) => {
  expect(graphemes(text)).toEqual(characters);
});

test("every pair of plain Latin characters is parted as the rules of Unicode part it", () => {
  const codes = Array.from({ length: 0x250 }, (_, code) => code);
  const plain = codes.filter((code) => code >= 0x20 && (code < 0x7f || code >= 0xa0));
  const letters = plain.map((code) => String.fromCharCode(code));
  for (const one of letters) {
    const pairs = letters.map((other) => one + other).join("");
    expect(graphemes(pairs)).toEqual(segmented(pairs));
  }
});
