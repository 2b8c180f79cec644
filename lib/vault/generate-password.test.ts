import { expect, test } from "vitest";
import type { GeneratorFloors } from "@/lib/domain/policy/combining";
import { generatePassword } from "@/lib/vault/generate-password";

test("has twenty characters, no look-alikes, and is another one each time", () => {
  const passwords = Array.from({ length: 200 }, () => generatePassword());
  expect(new Set(passwords).size).toBe(200);
  for (const password of passwords) expect(password).toMatch(/^[^0O1lI\s]{20}$/);
});

test("has as much of each kind as organizations ask, at any place", () => {
  const floors: GeneratorFloors = {
    minLength: 32,
    minNumbers: 9,
    minSpecial: 9,
    needs: { upper: true, lower: true, numbers: true, special: true },
  };
  const passwords = Array.from({ length: 200 }, () => generatePassword(floors));
  for (const password of passwords) {
    expect(password).toHaveLength(32);
    expect(password.replaceAll(/\D/g, "").length).toBeGreaterThanOrEqual(9);
    expect(password.replaceAll(/[a-zA-Z0-9]/g, "").length).toBeGreaterThanOrEqual(9);
    expect(password).toMatch(/[a-z]/);
    expect(password).toMatch(/[A-Z]/);
  }
  // What was asked for does not stand first.
  expect(new Set(passwords.map(([first]) => (/[A-Z]/.test(first ?? "") ? "upper" : "other"))).size).toBe(2);
});

test("is long enough for all that is asked, even if the length alone asks for less", () => {
  const floors: GeneratorFloors = {
    minLength: 5,
    minNumbers: 15,
    minSpecial: 15,
    needs: { upper: true, lower: true, numbers: false, special: false },
  };
  expect(generatePassword(floors)).toHaveLength(32);
});
