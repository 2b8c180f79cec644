import { expect, test } from "vitest";
import type { GeneratorFloors } from "@/lib/domain/policy/combining";
import { generatePassword, usualPassword, withinFloors } from "@/lib/vault/generate-password";

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
  const passwords = Array.from({ length: 200 }, () => generatePassword(usualPassword, floors));
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
  expect(generatePassword(usualPassword, floors)).toHaveLength(32);
});

test("draws from the chosen classes alone, and gives those a place that organizations ask for", () => {
  const wishes = {
    ...usualPassword,
    classes: { upper: false, lower: true, numbers: false, special: false },
    length: 12,
  };
  const passwords = Array.from({ length: 100 }, () => generatePassword(wishes));
  for (const password of passwords) expect(password).toMatch(/^[a-z]{12}$/);
  const floors: GeneratorFloors = {
    minLength: 0,
    minNumbers: 3,
    minSpecial: 0,
    needs: { upper: false, lower: false, numbers: true, special: false },
  };
  const raised = withinFloors(wishes, floors);
  expect(raised.classes).toEqual({ upper: false, lower: true, numbers: true, special: false });
  expect(raised.minNumbers).toBe(3);
  expect(generatePassword(wishes, floors).replaceAll(/\D/g, "").length).toBeGreaterThanOrEqual(3);
});

test("draws from small letters where no class is chosen", () => {
  const classes = { upper: false, lower: false, numbers: false, special: false };
  expect(generatePassword({ ...usualPassword, classes })).toMatch(/^[a-z]{20}$/);
});

test("has look-alikes only where they are wished for", () => {
  const wishes = { ...usualPassword, length: 128, lookAlikes: true };
  const text = Array.from({ length: 50 }, () => generatePassword(wishes)).join("");
  for (const character of "0O1lI") expect(text).toContain(character);
});

test("draws each character about as often", () => {
  const wishes = { ...usualPassword, length: 128, classes: { ...usualPassword.classes, special: false } };
  const text = Array.from({ length: 400 }, () => generatePassword({ ...wishes, minNumbers: 0 })).join("");
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const expected = text.length / 57;
  expect(counts.size).toBe(57);
  for (const count of counts.values()) expect(Math.abs(count - expected) / expected).toBeLessThan(0.25);
});
