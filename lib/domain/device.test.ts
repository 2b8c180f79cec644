import { expect, test } from "vitest";
import { deviceNumbers, deviceTypeSaid, deviceTypes } from "@/lib/domain/device";

test("every kind is known by its number, and each number is of one kind", () => {
  for (const type of deviceTypes) expect(deviceTypeSaid(`${deviceNumbers[type]}`)).toBe(type);
  expect(new Set(Object.values(deviceNumbers)).size).toBe(deviceTypes.length);
});

test("iOS says its name; what is no kind is none", () => {
  expect(deviceTypeSaid("iOS")).toBe("ios");
  for (const text of [null, "", "99", "-1", "1.0", "01", " 1", "constructor"])
    expect(deviceTypeSaid(text)).toBeNull();
});
