import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { distinctEmails, readAddresses, TypedEmail } from "./addresses";

const pasted = (name: string) =>
  readAddresses(readFileSync(new URL(`address-lists/${name}.txt`, import.meta.url), "utf8"));

const malformed = (addresses: ReturnType<typeof readAddresses>) =>
  addresses.flatMap(({ typed, problem }) => (problem === "malformed" ? [typed] : []));

test("a list copied from a mail program gives all ten addresses", () => {
  const addresses = pasted("mail-program");
  expect(malformed(addresses)).toEqual([]);
  expect(distinctEmails(addresses)).toEqual([
    "ana.example@client.example",
    "bo.sample@client.example",
    "cy@client.example",
    "di@client.example",
    "eve@client.example",
    "fay@client.example",
    "gus@client.example",
    "hal@client.example",
    "ida@client.example",
    "jo@client.example",
  ]);
});

test("a column of a spreadsheet gives its addresses once each, and names its header and what is none", () => {
  const addresses = pasted("spreadsheet");
  expect(malformed(addresses)).toEqual(["E-mail", "n/a"]);
  expect(addresses.filter(({ problem }) => problem === null).map(({ email }) => email)).toEqual([
    "kim@client.example",
    "lea@client.example",
    "max@client.example",
  ]);
  expect(addresses.filter(({ problem }) => problem === "twice")).toHaveLength(1);
});

describe("the pieces of a list", () => {
  test.each([
    ["Last, First <a@b.example>, Other, One <c@d.example>", ["a@b.example", "c@d.example"]],
    ["a@b.example, Ana <c@d.example>", ["a@b.example", "c@d.example"]],
    ['"x@elsewhere.example" <a@b.example>', ["a@b.example"]],
    ["Ana <a@b.example> Bo <c@d.example>", ["a@b.example", "c@d.example"]],
    ["Team: Ana <a@b.example>, Bo <c@d.example>;", ["a@b.example", "c@d.example"]],
    ["<mailto:a@b.example?subject=Hello>", ["a@b.example"]],
    ["“Sample; Bo” <a@b.example>", ["a@b.example"]],
    ["a@b.example\tc@d.example", ["a@b.example", "c@d.example"]],
    ["a|b=c@mail.example o'neil@b.example", ["a|b=c@mail.example", "o'neil@b.example"]],
    ["a@b.example Ana <c@d.example>", ["a@b.example", "c@d.example"]],
    [
      "a@b.example Ana, c@d.example Bo, e@f.example Cy, Di <g@h.example>",
      ["a@b.example", "c@d.example", "e@f.example", "g@h.example"],
    ],
    ["a@b.example <a@b.example>", ["a@b.example"]],
    ["'a@b.example' <A@B.example>", ["a@b.example"]],
    ["a@b.example\tAna Example\nBo\tc@d.example\t+41 00", ["a@b.example", "c@d.example"]],
    ["Jörg <j@bücher.example>", ["j@xn--bcher-kva.example"]],
  ])("%j", (text, emails) => {
    const addresses = readAddresses(text);
    expect(malformed(addresses)).toEqual([]);
    expect(distinctEmails(addresses)).toEqual(emails);
  });

  test.each([
    ["brett@, Ana <a@b.example>", ["brett@"]],
    ["nobody a@b.example", ["nobody"]],
    ["Name\tTown\na@b.example\tAna", ["Name", "Town"]],
    ["Ana <ana at b.example>", ["ana at b.example"]],
    ['"a@elsewhere.example"@b.example', ['"a@elsewhere.example"@b.example']],
    ["müller@client.example", ["müller@client.example"]],
  ])("%j names %j", (text, pieces) => {
    expect(malformed(readAddresses(text))).toEqual(pieces);
  });
});

describe("a field for one address", () => {
  test.each([
    ["Ana Example <Ana@B.example>", "ana@b.example"],
    ["mailto:ana@b.example", "ana@b.example"],
    ["\u200bana@b.example.", "ana@b.example"],
  ])("takes %j as %s", (typed, email) => {
    expect(TypedEmail.parse(typed)).toBe(email);
  });

  test.each([
    ["", "required"],
    ["ana", "invalid_email"],
    ["a@b.example, c@d.example", "invalid_email"],
    ["a@b.example, a@b.example", "invalid_email"],
  ])("refuses %j as %s", (typed, message) => {
    expect(TypedEmail.safeParse(typed).error?.issues[0]?.message).toBe(message);
  });
});
