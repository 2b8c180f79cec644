import { expect, test } from "vitest";
import { Email } from "./email";

test.each([
  ["Brett.Warden@Provider.Example ", "brett.warden@provider.example"],
  ["o'neil+tag@sub.provider.example", "o'neil+tag@sub.provider.example"],
])("%j is taken as %s", (typed, stored) => {
  expect(Email.parse(typed)).toBe(stored);
});

test.each([
  ["", "required"],
  ["brett", "invalid_email"],
  ["brett@provider", "invalid_email"],
  ["brett@@provider.example", "invalid_email"],
  ["brett＠provider.example", "invalid_email"],
  ['"brett@elsewhere"@provider.example', "invalid_email"],
  ["brett@provider.example, betty@provider.example", "invalid_email"],
  ["brett@[203.0.113.7]", "invalid_email"],
  [".brett@provider.example", "invalid_email"],
  [`${"b".repeat(250)}@provider.example`, "too_long"],
])("%j is refused as %s", (typed, message) => {
  expect(Email.safeParse(typed).error?.issues[0]?.message).toBe(message);
});
