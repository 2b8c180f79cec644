import { expect, test } from "vitest";
import { generatePassword } from "@/lib/vault/generate-password";

test("has the asked length, no look-alikes, and is another one each time", () => {
  const passwords = Array.from({ length: 200 }, () => generatePassword());
  expect(new Set(passwords).size).toBe(200);
  for (const password of passwords) expect(password).toMatch(/^[^0O1lI\s]{20}$/);
  expect(generatePassword(64)).toHaveLength(64);
});
