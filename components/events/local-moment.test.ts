import { expect, test } from "vitest";
import { instantOf, localMoment } from "@/components/events/local-moment";

test("a moment is shown where the person is, to the minute", () => {
  const moment = new Date("2026-11-22T23:30:59Z");
  expect(localMoment(moment, "Europe/Luxembourg")).toBe("2026-11-23T00:30");
  expect(localMoment(moment, "America/New_York")).toBe("2026-11-22T18:30");
  expect(localMoment(null, "UTC")).toBe("");
});

test("what was typed is a moment, or nothing", () => {
  expect(instantOf("2026-11-22T09:00")).toBe(new Date(2026, 10, 22, 9).toISOString());
  expect(instantOf("")).toBeUndefined();
});
