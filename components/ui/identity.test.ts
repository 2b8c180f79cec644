import { expect, test } from "vitest";
import { colorOf, identityColors } from "@/components/ui/color-of";
import { initialsOf } from "@/components/ui/initials";

test("a color belongs to an id for good", () => {
  expect(colorOf("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01")).toBe(
    colorOf("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"),
  );
});

test("ids that differ in one place are spread over all colors", () => {
  const counts = new Map<string, number>();
  for (let number = 0; number < 1000; number += 1) {
    const color = colorOf(`7b0c2b0e-6d6c-4a5e-9f35-${String(number).padStart(12, "0")}`);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  expect(counts.size).toBe(identityColors.length);
  expect(Math.max(...counts.values())).toBeLessThan(200);
});

test.each([
  ["Brett Warden", "BW"],
  ["My Client's Organization", "MC"],
  ["École Montclair", "ÉM"],
  ["Alder & Finch Law", "AF"],
  ["betty.warden@msp.example", "BW"],
  ["billy@msp.example", "BI"],
  ["👩\u200d👩\u200d👧 Famille", "FA"],
  ["👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"],
  ["किशोर मेहता", "किमे"],
  ["🔥Brett 🎸 Warden", "BW"],
  ["👩\u200d👩\u200d👧Famille", "FA"],
  ["e\u0301milie zola", "E\u0301Z"],
  ["דנה כהן", "דכ"],
  ["محمد علي", "م\u200cع"],
  ["\u200fמאיה", "מא"],
  ["  ", "?"],
  ["", "?"],
])("the initials of %j are %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
