import { expect, test } from "vitest";
import { mayHaveTags, mayMakeTag, TagName, tagLimit, tagsOfClientLimit } from "./tags";

test("a provider makes tags up to its limit", () => {
  expect(mayMakeTag(tagLimit - 1)).toEqual({ allowed: true });
  expect(mayMakeTag(tagLimit)).toMatchObject({ allowed: false, refusal: "too_many_tags" });
});

test("a client has tags up to its limit", () => {
  expect(mayHaveTags(tagsOfClientLimit)).toEqual({ allowed: true });
  expect(mayHaveTags(tagsOfClientLimit + 1)).toMatchObject({
    allowed: false,
    refusal: "too_many_tags_of_client",
  });
});

test("a name is something, and short", () => {
  expect(TagName.parse(" Gold ")).toBe("Gold");
  expect(TagName.safeParse("  ").success).toBe(false);
  expect(TagName.safeParse("x".repeat(25)).success).toBe(false);
  expect(TagName.parse("漢".repeat(24))).toHaveLength(24);
});
