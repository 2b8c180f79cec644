// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { VisitsTable } from "@/components/console/visits-table";
import type { ListedVisits } from "@/lib/operations/organization/list-visits";
import { show } from "@/test/components";

const userId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const visit = {
  id: "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a02",
  userId,
  name: "Visitor",
  email: "visitor@provider.example",
  startedAt: new Date("2026-11-20T09:00:00Z"),
  endedAt: new Date("2026-11-20T10:30:00Z"),
  isOpen: false,
  acts: 3,
} as unknown as ListedVisits["visits"][number];

const shown = (log: string | null, change: Partial<typeof visit> = {}) =>
  show(<VisitsTable label="Visits" log={log} visits={[{ ...visit, ...change }]} />);
const address = () => new URL(screen.getByRole("link").getAttribute("href") ?? "", "http://log.example");

test("the name of a visit leads to the log of that person, from its beginning to its end", () => {
  shown("/organizations/one/events");
  expect(address().pathname).toBe("/organizations/one/events");
  expect(Object.fromEntries(address().searchParams)).toEqual({
    actor: userId,
    from: "2026-11-20T09:00:00.000Z",
    // What was done in the last minute is in it.
    to: "2026-11-20T10:31:00.000Z",
  });
});

test("a visit that goes on has no end there", () => {
  shown("/organizations/one/events", { endedAt: null, isOpen: true });
  expect(address().searchParams.has("to")).toBe(false);
});

test("whoever may not read the log is led nowhere", () => {
  shown(null);
  expect(screen.queryByRole("link")).toBeNull();
});
