import { expect, test } from "vitest";
import { twoStepSiteOf, twoStepSites } from "@/lib/domain/report/two-step-sites";

test.each([
  ["https://github.com/log-in", "github.com"],
  ["https://gist.github.com", "github.com"],
  ["console.aws.amazon.com", "aws.amazon.com"],
  ["https://notgithub.com", null],
  ["https://github.com.example", null],
  ["https://com", null],
  ["androidapp://com.github.android", null],
])("%s belongs to %s", (uri, site) => {
  expect(twoStepSiteOf(uri)).toBe(site);
});

test("every site is a bare host in order, with a page that says so", () => {
  const sites = Object.keys(twoStepSites);
  expect(sites).toEqual([...sites].sort());
  for (const [site, source] of Object.entries(twoStepSites)) {
    expect(site).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    expect(new URL(source).protocol).toBe("https:");
  }
});
