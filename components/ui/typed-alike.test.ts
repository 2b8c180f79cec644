import { expect, test } from "vitest";
import { isTypedAlike } from "@/components/ui/typed-alike";

test.each([
  ["Cobalt Manufacturing", "Cobalt Manufacturing"],
  [" cobalt  manufacturing ", "Cobalt Manufacturing"],
  ["Cobalt\u00a0Manufacturing", "Cobalt Manufacturing"],
  ["O'Brien's", "O’Brien’s"],
  ["L’Étoile", "L'Étoile"],
  ["e\u0301toile", "Étoile"],
])("“%s” is what was asked for with “%s”", (answer, asked) => {
  expect(isTypedAlike(answer, asked)).toBe(true);
});

test.each([
  ["", "Cobalt"],
  ["Cobalt", "Cobalt Manufacturing"],
  ["OBrien", "O’Brien"],
  ["Etoile", "Étoile"],
])("“%s” is not, with “%s”", (answer, asked) => {
  expect(isTypedAlike(answer, asked)).toBe(false);
});
