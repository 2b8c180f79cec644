import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  billedSeats,
  mayAssign,
  mayGiveSeats,
  mayPurchaseShown,
  maySetSeats,
  mayTakeNumbers,
  numbersOfChange,
  purchasedSeats,
  purchaseOf,
  purchasesSeats,
  seatLimit,
  unassignedSeats,
  withMinimum,
} from "./seats";

describe("a minimum of 75", () => {
  test.each([
    { assigned: 62, change: 10, after: 72, billed: 75, purchased: 0, unassigned: 3, serviceUser: true },
    { assigned: 62, change: 13, after: 75, billed: 75, purchased: 0, unassigned: 0, serviceUser: true },
    { assigned: 62, change: 14, after: 76, billed: 76, purchased: 1, unassigned: 0, serviceUser: false },
    { assigned: 80, change: 1, after: 81, billed: 81, purchased: 6, unassigned: 0, serviceUser: false },
    { assigned: 80, change: -3, after: 77, billed: 77, purchased: 2, unassigned: 0, serviceUser: true },
    { assigned: 80, change: -20, after: 60, billed: 75, purchased: 0, unassigned: 15, serviceUser: true },
    { assigned: 62, change: 20, after: 82, billed: 82, purchased: 7, unassigned: 0, serviceUser: false },
    { assigned: 62, change: -18, after: 44, billed: 75, purchased: 0, unassigned: 31, serviceUser: true },
  ])("$assigned assigned, then $change", (row) => {
    const before = { minimum: 75, assigned: row.assigned };
    const after = { minimum: 75, assigned: row.assigned + row.change };
    expect(after.assigned).toBe(row.after);
    expect(billedSeats(after)).toBe(row.billed);
    expect(purchasedSeats(after)).toBe(row.purchased);
    expect(unassignedSeats(after)).toBe(row.unassigned);
    expect(mayAssign(true, before, row.change).allowed).toBe(true);
    expect(mayAssign(false, before, row.change).allowed).toBe(row.serviceUser);
  });

  test("a service user is told how many seats are left", () => {
    expect(mayAssign(false, { minimum: 75, assigned: 62 }, 14)).toEqual({
      allowed: false,
      refusal: "seats_need_purchase",
      values: { unassigned: 13 },
    });
  });
});

describe("a client's seats", () => {
  test("fewer than it uses are refused, with that number", () => {
    expect(maySetSeats(8, 9)).toEqual({ allowed: false, refusal: "seats_below_used", values: { used: 9 } });
    expect(maySetSeats(9, 9).allowed).toBe(true);
  });

  test.each([0, -1, 1e9, 1.5, Number.NaN])("%d is refused with the limits", (seats) => {
    expect(maySetSeats(seats, 3)).toMatchObject({
      refusal: "seats_out_of_range",
      values: { minimum: 3, maximum: seatLimit },
    });
  });
});

describe("changing the minimum", () => {
  test.each([
    // Nothing was purchased.
    { minimum: 75, assigned: 62, to: 70, purchased: 0, billed: 70 },
    { minimum: 75, assigned: 62, to: 62, purchased: 0, billed: 62 },
    { minimum: 75, assigned: 62, to: 50, purchased: 12, billed: 62 },
    { minimum: 75, assigned: 62, to: 0, purchased: 62, billed: 62 },
    { minimum: 75, assigned: 75, to: 100, purchased: 0, billed: 100 },
    // Seats were purchased: 75 and 6 more.
    { minimum: 75, assigned: 81, to: 80, purchased: 1, billed: 81 },
    { minimum: 75, assigned: 81, to: 81, purchased: 0, billed: 81 },
    { minimum: 75, assigned: 81, to: 90, purchased: 0, billed: 90 },
    { minimum: 75, assigned: 81, to: 60, purchased: 21, billed: 81 },
  ])("from $minimum with $assigned assigned to $to", ({ minimum, assigned, to, purchased, billed }) => {
    const after = withMinimum({ minimum, assigned }, to);
    expect(after.assigned).toBe(assigned);
    expect(purchasedSeats(after)).toBe(purchased);
    expect(billedSeats(after)).toBe(billed);
  });

  test("comes to what the table of the protocol says, for any plan", () => {
    fc.assert(
      fc.property(fc.nat(seatLimit), fc.nat(seatLimit), fc.nat(seatLimit), (minimum, assigned, to) => {
        const before = { minimum, assigned };
        const total = minimum + purchasedSeats(before);
        const after = withMinimum(before, to);
        const [purchased, billed] =
          purchasedSeats(before) === 0
            ? assigned > to
              ? [assigned - to, assigned]
              : [0, to]
            : to <= total
              ? [total - to, total]
              : [0, to];
        expect([purchasedSeats(after), billedSeats(after)]).toEqual([purchased, billed]);
      }),
    );
  });
});

const plan = fc.record({ minimum: fc.nat(seatLimit), assigned: fc.nat(seatLimit) });

describe("for any plan", () => {
  test("what is billed is what is assigned and what is not", () => {
    fc.assert(
      fc.property(plan, (seats) => {
        expect(billedSeats(seats)).toBe(seats.minimum + purchasedSeats(seats));
        expect(billedSeats(seats)).toBe(seats.assigned + unassignedSeats(seats));
        expect(purchasedSeats(seats) * unassignedSeats(seats)).toBe(0);
      }),
    );
  });

  test("changes add up, and taking one back undoes it", () => {
    fc.assert(
      fc.property(plan, fc.nat(1000), fc.nat(1000), (seats, one, other) => {
        const between = { ...seats, assigned: seats.assigned + one };
        expect(purchaseOf(seats, one) + purchaseOf(between, other)).toBe(purchaseOf(seats, one + other));
        expect(purchaseOf(seats, one) + purchaseOf(between, -one)).toBe(0);
      }),
    );
  });

  test("a service user never raises what is purchased", () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: -1000, max: 1000 }), (seats, change) => {
        const after = { ...seats, assigned: seats.assigned + change };
        fc.pre(after.assigned >= 0);
        const isAllowed = mayAssign(false, seats, change).allowed;
        expect(isAllowed).toBe(purchasedSeats(after) <= purchasedSeats(seats));
      }),
    );
  });
});

describe("a change of seats", () => {
  const change = { plan: "teams_monthly", from: 10, to: 15 } as const;
  const now = { minimum: 22, assigned: 20 };
  const shown = numbersOfChange(change, now);

  test("comes to a plan, two numbers and what is purchased", () => {
    expect(shown).toEqual({ ...change, purchase: 3 });
    expect(mayTakeNumbers(shown, numbersOfChange(change, now)).allowed).toBe(true);
    const quicker = numbersOfChange(change, { minimum: 22, assigned: 25 });
    expect(mayTakeNumbers(shown, quicker)).toMatchObject({ refusal: "seats_changed" });
  });

  test.each([[{ from: 12 }], [{ to: 16 }], [{ purchase: 0 }], [{ plan: "enterprise_monthly" }]] as const)(
    "is refused where it was shown with %j",
    (other) => {
      expect(mayTakeNumbers({ ...shown, ...other }, shown)).toMatchObject({ refusal: "seats_changed" });
    },
  );

  test("fits the client, is made by those who purchase, and is as it was shown", () => {
    const given = { used: 9, purchases: true, shown };
    expect(mayGiveSeats(change, now, given).allowed).toBe(true);
    expect(mayGiveSeats(change, now, { ...given, shown: undefined }).allowed).toBe(true);
    expect(mayGiveSeats(change, now, { ...given, used: 16 })).toMatchObject({ refusal: "seats_below_used" });
    expect(mayGiveSeats(change, now, { ...given, purchases: false })).toMatchObject({
      refusal: "seats_need_purchase",
    });
    expect(mayGiveSeats(change, { ...now, assigned: 25 }, given)).toMatchObject({ refusal: "seats_changed" });
  });
});

test("admins have seats purchased, and nobody else", () => {
  const standing = { status: "confirmed", state: "enabled", serviceUsersCreateClients: true } as const;
  expect(purchasesSeats({ ...standing, role: "provider_admin" })).toBe(true);
  expect(purchasesSeats({ ...standing, role: "service_user" })).toBe(false);
  expect(purchasesSeats(null)).toBe(false);
});

test("a form that is sent again purchases no more than it has shown", () => {
  expect(mayPurchaseShown(3, 3).allowed).toBe(true);
  expect(mayPurchaseShown(3, 0).allowed).toBe(true);
  expect(mayPurchaseShown(-2, 0).allowed).toBe(true);
  expect(mayPurchaseShown(3, 4)).toMatchObject({ refusal: "seats_changed" });
});
