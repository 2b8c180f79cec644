import { expect, test } from "vitest";
import type { PasswordRequirements } from "@/lib/domain/policy/combining";
import { askedOf, lackedBy, requirements } from "@/lib/domain/policy/password";

const nothing: PasswordRequirements = {
  minComplexity: null,
  minLength: null,
  requireUpper: false,
  requireLower: false,
  requireNumbers: false,
  requireSpecial: false,
  enforceOnLogin: false,
  organizations: ["Cobalt"],
};
const everything: PasswordRequirements = {
  ...nothing,
  minComplexity: 3,
  minLength: 14,
  requireUpper: true,
  requireLower: true,
  requireNumbers: true,
  requireSpecial: true,
};

test("only what is asked for is shown, and a strength of 0 asks for nothing", () => {
  expect(askedOf(nothing)).toEqual([]);
  expect(askedOf({ ...nothing, minComplexity: 0 })).toEqual([]);
  expect(askedOf(everything)).toEqual(requirements);
  expect(lackedBy("", null, nothing)).toEqual([]);
});

test.each([
  ["Brass key & 41 rings", 4, []],
  ["Brass key 41", 4, ["length", "special"]],
  ["brass key & 41 rings", 4, ["upper"]],
  ["BRASS KEY & 41 RINGS", 4, ["lower"]],
  ["Brass key & no rings", 4, ["numbers"]],
  ["Brass key and 41 rings", 4, ["special"]],
  ["Brass key & 41 rings", 2, ["strength"]],
  ["Brass key & 41 rings", null, []],
  ["", 0, ["length", "strength", "upper", "lower", "numbers", "special"]],
  // Letters of every script have cases, and an emoji is one character.
  ["Éß & ٣ 🔑🔑🔑🔑🔑🔑🔑", 3, []],
] as const)("of “%s” with a strength of %s is lacking: %s", (password, score, lacking) => {
  expect(lackedBy(password, score, everything)).toEqual(lacking);
});
