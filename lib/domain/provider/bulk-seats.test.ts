import { expect, test } from "vitest";
import { confirmedOf, isAsConfirmed, plannedSeats } from "./bulk-seats";

const a = "0a000000-0000-4000-8000-000000000000";
const b = "0b000000-0000-4000-8000-000000000000";
const c = "0c000000-0000-4000-8000-000000000000";
const clients = [
  { id: c, plan: "enterprise_monthly", seats: 8, usedSeats: 7, state: "enabled" },
  { id: b, plan: "teams_monthly", seats: 10, usedSeats: 2, state: "enabled" },
  { id: a, plan: "teams_monthly", seats: 10, usedSeats: 2, state: "enabled" },
] as const;
const totals = [
  { plan: "teams_monthly", minimum: 25, assigned: 20 },
  { plan: "enterprise_monthly", minimum: 5, assigned: 8 },
] as const;

test("clients are judged in the order of their ids, each after those before it", () => {
  const given = { clients, totals, change: { mode: "by", seats: 4 } as const };
  expect(plannedSeats({ ...given, purchases: false }).rows).toEqual([
    { id: a, plan: "teams_monthly", from: 10, to: 14, refusal: null, values: {} },
    {
      id: b,
      plan: "teams_monthly",
      from: 10,
      to: 14,
      refusal: "seats_need_purchase",
      values: { unassigned: 1 },
    },
    {
      id: c,
      plan: "enterprise_monthly",
      from: 8,
      to: 12,
      refusal: "seats_need_purchase",
      values: { unassigned: 0 },
    },
  ]);
  expect(plannedSeats({ ...given, purchases: true }).plans).toEqual([
    { plan: "teams_monthly", change: 8, purchase: 3 },
    { plan: "enterprise_monthly", change: 4, purchase: 4 },
  ]);
});

test("seats that are given back are there for who comes after", () => {
  const change = { mode: "to", seats: 12 } as const;
  const crowded = [
    { id: a, plan: "teams_monthly", seats: 25, usedSeats: 2, state: "enabled" },
    { id: b, plan: "teams_monthly", seats: 2, usedSeats: 2, state: "enabled" },
  ] as const;
  const full = [{ plan: "teams_monthly", minimum: 27, assigned: 27 }] as const;
  const planned = plannedSeats({ clients: crowded, totals: full, change, purchases: false });
  expect(planned.rows.map(({ refusal }) => refusal)).toEqual([null, null]);
  expect(planned.plans).toEqual([{ plan: "teams_monthly", change: -3, purchase: 0 }]);
});

test("a suspended client keeps its seats", () => {
  const suspended = clients.map((client) => ({ ...client, state: "suspended" as const }));
  const planned = plannedSeats({
    clients: suspended,
    totals,
    change: { mode: "by", seats: 1 },
    purchases: true,
  });
  expect(planned.rows.map(({ refusal }) => refusal)).toEqual(Array(3).fill("organization_suspended"));
  expect(planned.plans).toEqual([]);
});

test("a client keeps the seats that it uses, and a plan without a change is not told", () => {
  const planned = plannedSeats({ clients, totals, change: { mode: "by", seats: -2 }, purchases: true });
  expect(planned.rows.at(-1)).toMatchObject({
    id: c,
    from: 8,
    to: 6,
    refusal: "seats_below_used",
    values: { used: 7 },
  });
  expect(planned.plans).toEqual([{ plan: "teams_monthly", change: -4, purchase: 0 }]);
});

test("what was confirmed holds for the same numbers alone", () => {
  const change = { mode: "by", seats: 4 } as const;
  const planned = plannedSeats({ clients, totals, change, purchases: true });
  const confirmed = confirmedOf(planned);
  expect(isAsConfirmed(confirmed, planned)).toBe(true);
  expect(isAsConfirmed(null, planned)).toBe(false);
  const [first, ...rest] = confirmed.clients;
  if (!first) throw new Error("there is a client");
  expect(isAsConfirmed({ ...confirmed, clients: rest }, planned)).toBe(false);
  expect(isAsConfirmed({ ...confirmed, clients: [{ ...first, to: 15 }, ...rest] }, planned)).toBe(false);
  expect(isAsConfirmed({ ...confirmed, plans: [] }, planned)).toBe(false);
  const [plan, other] = confirmed.plans;
  if (!plan || !other) throw new Error("there are two plans");
  const dearer = [{ ...plan, purchase: plan.purchase + 1 }, other];
  expect(isAsConfirmed({ ...confirmed, plans: dearer }, planned)).toBe(false);
});
