// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { OverviewTiles } from "@/components/console/overview-tiles";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { show } from "@/test/components";

const home = "/organizations/7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const frame: OrganizationFrame = {
  name: "Cobalt",
  plan: "teams_monthly",
  seats: 10,
  usedSeats: 4,
  toConfirm: 0,
  knowKey: 0,
  recoveriesToApprove: 0,
  provider: null,
  may: ["rotate_key"],
  givable: { roles: [], permissions: [] },
  takesKeyOver: false,
  visitSince: null,
  visitSeenAt: null,
};
const overview = (knowKey: number) =>
  show(<OverviewTiles organizationId={home.split("/")[2] ?? ""} frame={{ ...frame, knowKey }} />);

test("an organization whose key removed people may have kept says so, and leads to where it is replaced", () => {
  overview(2);
  expect(screen.getByRole("link", { name: "Rotate key" }).getAttribute("href")).toBe(`${home}/settings#key`);
});

test("one whose key nobody else has does not", () => {
  overview(0);
  expect(screen.queryByRole("link", { name: "Rotate key" })).toBeNull();
});
