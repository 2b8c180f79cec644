import { expect, test } from "vitest";
import { fits, fitting } from "./fitting";

const entry = (label: string) => ({ id: label, label, run() {} });

test.each([
  ["École Montclair", "ecole", true],
  ["École Montclair", "mont éco", true],
  ["École Montclair", "mont dune", false],
  ["École Montclair", "", true],
])("of %s, %s fits: %s", (label, typed, expected) => {
  expect(fits({ label }, typed)).toBe(expected);
});

test("sections without a fitting entry are left out", () => {
  const sections = [
    { id: "pages", title: "Pages", entries: [entry("Clients"), entry("Members")] },
    { id: "acts", title: "Actions", entries: [entry("Lock")] },
  ];
  expect(fitting(sections, "mem")).toMatchObject([{ id: "pages", entries: [{ label: "Members" }] }]);
});
