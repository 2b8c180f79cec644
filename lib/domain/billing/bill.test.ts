import fc from "fast-check";
import { expect, test } from "vitest";
import { billOf } from "@/lib/domain/billing/bill";
import { shareOf } from "@/lib/domain/billing/cents";
import { discounted } from "@/lib/domain/billing/discount";
import { Month, monthOf, secondsIn, spanOf } from "@/lib/domain/billing/month";
import type { Entry } from "@/lib/domain/billing/usage";
import { plans } from "@/lib/domain/organization/plans";
import { billedSeats } from "@/lib/domain/provider/seats";

const november = Month.parse("2026-11");
const span = spanOf(november);
const nothing = { discountPercent: 0, accountCredit: 0 };
const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour));

const teams = (assigned: number, minimum = 75) => ({
  plan: "teams_monthly" as const,
  seats: { minimum, assigned },
  cents: 400,
});
const client = (moment: Date, change: number): Entry => ({
  at: moment,
  plan: "teams_monthly",
  isCommitment: false,
  change,
  cents: 400,
});

test.each([
  { before: 62, change: 10, billed: 75 },
  { before: 62, change: 13, billed: 75 },
  { before: 62, change: 14, billed: 76 },
  { before: 80, change: 1, billed: 81 },
  { before: 80, change: -3, billed: 77 },
  { before: 80, change: -20, billed: 75 },
  { before: 62, change: 20, billed: 82 },
  { before: 62, change: -18, billed: 75 },
])(
  "$before assigned seats and $change are billed as $billed in the next month",
  ({ before, change, billed }) => {
    const after = teams(before + change);
    expect(billOf({ span, openings: [after], entries: [], ...nothing })).toMatchObject({
      lines: [{ kind: "month", quantity: billed, cents: billed * 400 }],
      totalCents: billed * 400,
    });
    const inThisMonth = billOf({
      span,
      openings: [teams(before)],
      entries: [client(span.start, change)],
      ...nothing,
    });
    // In its first second it is the same as from the start.
    expect(inThisMonth.totalCents).toBe(400 * billed);
  },
);

test("a rise in the middle of the month is a credit and a debit for the other half", () => {
  const rise = { span, openings: [teams(80)], entries: [client(at(16), 1)], ...nothing };
  expect(billOf(rise)).toMatchObject({
    lines: [
      { kind: "month", quantity: 80, cents: 32_000 },
      { kind: "credit", quantity: 80, since: at(16), cents: -16_000 },
      { kind: "debit", quantity: 81, since: at(16), cents: 16_200 },
    ],
    totalCents: 32_200,
  });
});

test("each line is rounded for itself, to the second", () => {
  const whole = secondsIn(span);
  const entries = [client(new Date(Number(span.end) - 1234), 1)];
  // One whole second and a part of one are left: the change counts from the second in which it was made.
  const { lines } = billOf({ span, openings: [teams(80)], entries, ...nothing });
  expect(lines.map(({ cents }) => cents)).toEqual([
    32_000,
    -shareOf(32_000, 2, whole),
    shareOf(32_400, 2, whole),
  ]);
});

test("a fall is felt in the next month, and seats that come back cost nothing more", () => {
  const entries = [client(at(5), -20), client(at(10), 15), client(at(20), 5)];
  expect(billOf({ span, openings: [teams(100)], entries, ...nothing }).lines).toMatchObject([
    { kind: "month", quantity: 100 },
  ]);
});

test("another price is charged from then on, for what is paid", () => {
  const dearer = { ...client(at(16), -10), cents: 500 };
  expect(billOf({ span, openings: [teams(80)], entries: [dearer], ...nothing }).lines).toMatchObject([
    { kind: "month", quantity: 80, cents: 32_000 },
    { kind: "credit", quantity: 80, unitCents: 400, cents: -16_000 },
    { kind: "debit", quantity: 80, unitCents: 500, cents: 20_000 },
  ]);
});

test("a provider that begins within the month pays from then on", () => {
  const begins = { ...client(at(16), 75), isCommitment: true };
  const bill = billOf({ span, openings: [teams(0, 0)], entries: [begins], ...nothing });
  expect(bill.lines).toMatchObject([{ kind: "debit", quantity: 75, cents: 15_000 }]);
});

test("discount and credit are lines too, and credit is not used beyond the total", () => {
  const month = { span, openings: [teams(0)], entries: [] };
  expect(billOf({ ...month, discountPercent: 5, accountCredit: 1000 })).toMatchObject({
    lines: [
      { kind: "month", cents: 30_000 },
      { kind: "discount", cents: -1500 },
      { kind: "account_credit", cents: -1000 },
    ],
    totalCents: 27_500,
  });
  expect(billOf({ ...month, discountPercent: 5, accountCredit: 90_000 })).toMatchObject({
    creditCents: 28_500,
    totalCents: 0,
  });
});

test("the two plans of the demo cost what its story says", () => {
  const enterprise = {
    plan: "enterprise_monthly" as const,
    seats: { minimum: 150, assigned: 185 },
    cents: 600,
  };
  const bill = { span, openings: [teams(62), enterprise], entries: [], accountCredit: 0, discountPercent: 5 };
  expect(billOf(bill).totalCents).toBe(133_950);
});

const someEntry = fc.record({
  at: fc.date({ min: span.start, max: new Date(Number(span.end) - 1), noInvalidDate: true }),
  plan: fc.constantFrom(...plans),
  isCommitment: fc.boolean(),
  change: fc.integer({ min: 0, max: 100_000 }),
  cents: fc.integer({ min: 1, max: 100_000 }),
});
/** Nobody gives back more than there was, so falls are drawn as the ends of rises. */
const someEntries = fc
  .array(someEntry, { maxLength: 30 })
  .chain((rises) =>
    fc
      .array(fc.boolean(), { minLength: rises.length, maxLength: rises.length })
      .map((falls) => rises.flatMap((rise, place) => (falls[place] ? [rise, endOf(rise)] : [rise]))),
  );
const endOf = (rise: Entry): Entry => ({
  ...rise,
  at: new Date((Number(rise.at) + Number(span.end)) / 2),
  change: -rise.change,
});
const someOpenings = fc.tuple(
  ...plans.map((plan) =>
    fc.record({
      plan: fc.constant(plan),
      seats: fc.record({ minimum: fc.nat(100_000), assigned: fc.nat(5_000_000) }),
      cents: fc.integer({ min: 1, max: 100_000 }),
    }),
  ),
);
const someMonth = fc.record({
  span: fc.constant(span),
  openings: someOpenings,
  entries: someEntries,
  discountPercent: fc.integer({ min: 0, max: 100 }),
  accountCredit: fc.nat(10_000_000),
});

test("for any month: the lines sum to the total, in whole cents, and nothing is owed to us below zero", () => {
  fc.assert(
    fc.property(someMonth, (month) => {
      const { lines, subtotalCents, discountCents, creditCents, totalCents } = billOf(month);
      const sum = lines.reduce((before, { cents }) => before + cents, 0);
      expect(sum).toBe(totalCents);
      expect(totalCents).toBe(subtotalCents - discountCents - creditCents);
      expect(lines.every(({ cents }) => Number.isSafeInteger(cents))).toBe(true);
      expect(totalCents).toBeGreaterThanOrEqual(0);
      expect(creditCents).toBeGreaterThanOrEqual(0);
      expect(creditCents).toBeLessThanOrEqual(month.accountCredit);
    }),
  );
});

test("for any month at one price: never less than what it began with, never more than its peak", () => {
  fc.assert(
    fc.property(someMonth, (month) => {
      const priced = {
        ...month,
        ...nothing,
        openings: month.openings.map((opening) => ({ ...opening, cents: 400 })),
        entries: month.entries.map((entry) => ({ ...entry, cents: 400 })),
      };
      const { lines, totalCents } = billOf(priced);
      const begun = priced.openings.reduce((sum, { seats }) => sum + billedSeats(seats) * 400, 0);
      const peak = plans.reduce((sum, plan) => {
        const quantities = lines.filter((line) => line.plan === plan).map(({ quantity }) => quantity ?? 0);
        return sum + Math.max(0, ...quantities) * 400;
      }, 0);
      // Each credit and its debit may be rounded against each other.
      const rounding = lines.length;
      expect(totalCents).toBeGreaterThanOrEqual(begun - rounding);
      expect(totalCents).toBeLessThanOrEqual(peak + rounding);
    }),
  );
});

test("for any amount: shares round half away from zero, alike on both sides", () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(100), fc.integer({ min: 1, max: 1000 }), (cents, part, whole) => {
      expect(shareOf(-cents, part, whole) + shareOf(cents, part, whole)).toBe(0);
      expect(Math.abs(shareOf(cents, part, whole) - (cents * part) / whole)).toBeLessThanOrEqual(0.5001);
    }),
  );
  expect([shareOf(1, 1, 2), shareOf(-1, 1, 2), shareOf(5, 1, 4), discounted(333, 50)]).toEqual([
    1, -1, 1, 166,
  ]);
});

test("a month is one of the calendar, in UTC", () => {
  expect(spanOf(Month.parse("2026-12"))).toEqual({
    start: new Date("2026-12-01T00:00:00Z"),
    end: new Date("2027-01-01T00:00:00Z"),
  });
  expect(monthOf(new Date("2026-02-28T23:59:59.999Z"))).toBe("2026-02");
  for (const wrong of ["2026-13", "2026-00", "26-10", "2026-1", "1999-10", "2026-10-01"])
    expect(Month.safeParse(wrong).success).toBe(false);
});
