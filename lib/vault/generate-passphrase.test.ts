import { expect, test } from "vitest";
import { generatePassphrase, usualPassphrase } from "@/lib/vault/generate-passphrase";

test("is five words joined by hyphens, another phrase each time", async () => {
  const phrases = await Promise.all(Array.from({ length: 200 }, () => generatePassphrase()));
  expect(new Set(phrases).size).toBe(200);
  for (const phrase of phrases) expect(phrase).toMatch(/^[a-z]+(-[a-z]+){4}$/);
});

test("has a capital in each word and a digit after any one of them, where that is wished for", async () => {
  const wishes = { words: 4, separator: ".", capitalize: true, includeNumber: true };
  const phrases = await Promise.all(Array.from({ length: 200 }, () => generatePassphrase(wishes)));
  const numbered = new Set<number>();
  for (const phrase of phrases) {
    expect(phrase).toMatch(/^[A-Z][a-z]+\d?(\.[A-Z][a-z]+\d?){3}$/);
    expect(phrase.replaceAll(/\D/g, "")).toHaveLength(1);
    numbered.add(phrase.split(".").findIndex((word) => /\d/.test(word)));
  }
  expect(numbered.size).toBe(4);
});

test("is at least what organizations ask", async () => {
  const floors = { minWords: 9, capitalize: true, includeNumber: true };
  const phrase = await generatePassphrase({ ...usualPassphrase, words: 3 }, floors);
  expect(phrase.split("-")).toHaveLength(9);
  expect(phrase).toMatch(/^[A-Z]/);
  expect(phrase).toMatch(/\d/);
});
