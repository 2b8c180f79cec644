import { describe, expect, test } from "vitest";
import { formsOf } from "./secret-forms.mjs";

const secret = "brass key & 3 rings";
const forms = [...formsOf(secret).values()];
const isFoundIn = (bytes: Buffer) => forms.some((form) => bytes.includes(form));
const around = ["", "a", "ab", "abc"].flatMap((before) => ["", "z", "zy"].map((after) => [before, after]));

describe("a secret is found", () => {
  test.each([
    ["as it is", Buffer.from(`x${secret}y`)],
    ["in an address", Buffer.from(`/?q=${encodeURIComponent(secret)}`)],
    ["in a form", Buffer.from(new URLSearchParams({ q: secret }).toString())],
    ["in JSON", Buffer.from(JSON.stringify({ a: secret }))],
    ["in UTF-16", Buffer.from(`x${secret}`, "utf16le")],
    ["in UTF-16 with the big end first", Buffer.from(`x${secret}`, "utf16le").swap16()],
    ["in hexadecimal digits", Buffer.from(Buffer.from(secret).toString("hex"))],
  ])("%s", (_how, bytes) => expect(isFoundIn(bytes)).toBe(true));

  test.each(around)("in base64 between %j and %j, of addresses and in UTF-16 as well", (before, after) => {
    for (const encoding of ["utf8", "utf16le"] as const)
      for (const digits of ["base64", "base64url"] as const) {
        const bytes = Buffer.concat([Buffer.from(before), Buffer.from(secret, encoding), Buffer.from(after)]);
        expect(isFoundIn(Buffer.from(bytes.toString(digits)))).toBe(true);
      }
  });
});

test("and nothing is found where it is not", () => {
  expect(isFoundIn(Buffer.from("brass key and three rings"))).toBe(false);
  expect(isFoundIn(Buffer.from(Buffer.from("brass key & 4 rings").toString("base64")))).toBe(false);
});
