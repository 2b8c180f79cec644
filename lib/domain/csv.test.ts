import { expect, test } from "vitest";
import { csvOf } from "@/lib/domain/csv";

const lineOf = (...cells: Parameters<typeof csvOf>[0][number]) => csvOf([cells]).slice(1, -2);

test("spreadsheets read the file as UTF-8, line by line", () => {
  expect(csvOf([["Name"], ["École"]])).toBe("\uFEFFName\r\nÉcole\r\n");
});

test.each([
  ["plain", "plain"],
  ["Alder, Finch", '"Alder, Finch"'],
  ['the "best"', '"the ""best"""'],
  ["one; two", '"one; two"'],
  ["two\nlines", '"two\nlines"'],
  ["", ""],
])("%j is written as %j", (cell, written) => expect(lineOf(cell)).toBe(written));

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"])(
  "%j is no formula",
  (cell) => {
    expect(lineOf(cell).replace(/^"/, "")).toMatch(/^'/);
  },
);

test("a formula inside quotes is none either", () => {
  expect(lineOf('=HYPERLINK("http://a.example","b")')).toBe('"\'=HYPERLINK(""http://a.example"",""b"")"');
});

test("numbers stay numbers, and nothing is an empty cell", () => {
  expect(lineOf(-3, true, null, 4.5)).toBe("-3,true,,4.5");
});
