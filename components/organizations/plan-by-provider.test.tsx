// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { PlanByProvider } from "@/components/organizations/plan-by-provider";
import { show } from "@/test/components";

const plan = { provider: "Northbeam", plan: "teams_monthly", seats: 10, used: 4 } as const;

test("an organization's own people are told whom to ask for more", () => {
  show(<PlanByProvider {...plan} changedAt={null} />);
  expect(screen.getByText(/^Northbeam pays .* Ask them/)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});

test("a visitor of the provider is led to where seats are changed, and not told to ask themselves", () => {
  show(<PlanByProvider {...plan} changedAt="/clients?seats=c" />);
  expect(screen.queryByText(/Ask them/)).toBeNull();
  expect(screen.getByRole("link", { name: "Change seats" }).getAttribute("href")).toBe("/clients?seats=c");
});
