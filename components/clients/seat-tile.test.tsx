// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { tierColors } from "@/components/billing/seat-colors";
import { SeatTile } from "@/components/clients/seat-tile";
import { SeatsByPlan } from "@/components/portal/seats-by-plan";
import { plans } from "@/lib/domain/organization/plans";
import { show } from "@/test/components";

const totals = plans.map((plan) => ({ plan, minimum: 10, assigned: 5, discount: null }));
const swatches = (container: HTMLElement) =>
  [...container.querySelectorAll<HTMLElement>("li [style]")].map(({ style }) => style.backgroundColor);

test("a plan has one colour, and plans one order, in the tile as in the chart", () => {
  const { teams, enterprise } = tierColors;
  expect(swatches(show(<SeatTile totals={totals} />).container).slice(0, 2)).toEqual([teams, enterprise]);
  expect(swatches(show(<SeatsByPlan seats={totals} />).container).slice(0, 2)).toEqual([teams, enterprise]);
});
