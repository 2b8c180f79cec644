import { describe, expect, test } from "vitest";
import { issueFrom } from "@/components/forms/validation";
import { NewItemValues, valuesOf } from "@/components/items/item-values";

/** What is said of notes, or nothing. */
function saidOf(notes: string) {
  const { error } = NewItemValues.safeParse({ ...valuesOf(null, null, "", []), name: "Bank", notes });
  return error?.issues.map((issue) => issueFrom(issue)) ?? [];
}

describe("notes that are sealed take their room in bytes", () => {
  const tooLong = [{ code: "too_many_bytes", values: { max: 7000 } }];
  test.each([
    ["7,000 plain letters", "a".repeat(7000), []],
    ["one more", "a".repeat(7001), tooLong],
    ["3,500 accented letters", "é".repeat(3500), []],
    ["one more of these", "é".repeat(3501), tooLong],
    ["2,334 ideographs", "鍵".repeat(2334), tooLong],
  ])("%s", (_what, notes, said) => expect(saidOf(notes)).toEqual(said));
});
