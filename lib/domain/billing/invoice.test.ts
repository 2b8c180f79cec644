import { expect, test } from "vitest";
import {
  dueOf,
  InvoiceNumber,
  invoiceNumber,
  isTaxNumberMissing,
  mayClose,
  maySettle,
  shownStatus,
  subscriptionStatus,
} from "@/lib/domain/billing/invoice";

test.each([
  ["open", "paid", true],
  ["open", "void", true],
  ["open", "uncollectible", true],
  ["open", "open", false],
  ["uncollectible", "paid", true],
  ["uncollectible", "void", true],
  ["uncollectible", "uncollectible", false],
  ["uncollectible", "open", false],
  ["paid", "void", false],
  ["paid", "uncollectible", false],
  ["paid", "paid", false],
  ["void", "paid", false],
] as const)("an invoice that is %s becomes %s: %s", (from, to, allowed) => {
  expect(maySettle(from, to).allowed).toBe(allowed);
});

test("a month is closed from its end on", () => {
  const end = new Date("2026-11-01T00:00:00Z");
  expect(mayClose(end, new Date("2026-10-31T23:59:59.999Z"))).toMatchObject({ refusal: "month_not_over" });
  expect(mayClose(end, end).allowed).toBe(true);
});

test("only what is open becomes overdue", () => {
  const due = dueOf(new Date("2026-11-01T06:00:00Z"));
  const later = new Date("2026-12-01T06:00:01Z");
  expect(shownStatus("open", due, due)).toBe("open");
  expect(shownStatus("open", due, later)).toBe("overdue");
  for (const status of ["paid", "void", "uncollectible"] as const)
    expect(shownStatus(status, due, later)).toBe(status);
});

test("what is not paid in time, and a suspension before that, say how the subscription is", () => {
  expect(subscriptionStatus("enabled", 0)).toBe("active");
  expect(subscriptionStatus("enabled", 2)).toBe("past_due");
  expect(subscriptionStatus("suspended", 2)).toBe("suspended");
});

test.each([
  ["FR", null, "LU", true],
  ["FR", "FR40303265045", "LU", false],
  ["LU", null, "LU", false],
  [null, null, "LU", false],
  ["FR", null, null, false],
])(
  "a provider of %s with the tax number %s, billed from %s: missing %s",
  (country, taxNumber, from, missing) => {
    expect(isTaxNumberMissing({ country, taxNumber }, from)).toBe(missing);
  },
);

test("numbers have four digits, and more where four are used up", () => {
  expect([invoiceNumber(2026, 1), invoiceNumber(2026, 12_345)]).toEqual(["2026-0001", "2026-12345"]);
  for (const number of ["2026-0001", "2026-12345"])
    expect(InvoiceNumber.safeParse(number).success).toBe(true);
  for (const number of ["2026-1", "26-0001", "2026-0001 "])
    expect(InvoiceNumber.safeParse(number).success).toBe(false);
});
