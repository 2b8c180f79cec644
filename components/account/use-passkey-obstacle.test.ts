import { expect, test } from "vitest";
import { isNumber } from "@/components/account/use-passkey-obstacle";

test.each([
  ["127.0.0.1", true],
  ["[::1]", true],
  ["localhost", false],
  ["10.vault.example", false],
  ["vault.msp.example", false],
])("whether %s is a number: %s", (hostname, expected) => {
  expect(isNumber(hostname)).toBe(expected);
});
