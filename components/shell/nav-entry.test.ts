import { expect, test } from "vitest";
import { activeHref } from "@/components/shell/nav-entry";

const entries = [
  { label: "Overview", href: "/organizations/1", alone: true },
  { label: "Members", href: "/organizations/1/members", alsoUnder: "/organizations/1/jobs" },
  {
    label: "Settings",
    href: "/organizations/1/policies",
    children: [{ label: "Policies", href: "/organizations/1/policies" }],
  },
];

test.each([
  ["/organizations/1", "/organizations/1"],
  ["/organizations/1/policies", "/organizations/1/policies"],
  ["/organizations/1/policies/password", "/organizations/1/policies"],
  ["/organizations/1/nothere", null],
  ["/organizations/1/jobs/7", "/organizations/1/members"],
  ["/organizations/12", null],
])("on %s the active entry is %s", (pathname, href) => {
  expect(activeHref(pathname, entries)).toBe(href);
});
