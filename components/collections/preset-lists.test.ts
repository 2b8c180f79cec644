import { expect, test } from "vitest";
import { PresetLists } from "@/components/collections/preset-lists";
import { issueFrom } from "@/components/forms/validation";

const tooLong = "x".repeat(101);

test("a list that is not shown holds nothing up", () => {
  const lists = { department: "Sales", function: tooLong, groups: tooLong };
  expect(PresetLists.safeParse({ kind: "department", ...lists }).success).toBe(true);
  expect(PresetLists.safeParse({ kind: "function", ...lists }).success).toBe(false);
});

test("a name that is too long is named by its line, at the field of the list", () => {
  const typed = { kind: "department", department: `Sales\n\n${tooLong}`, function: "", groups: "" };
  const [issue, ...others] = PresetLists.safeParse(typed).error?.issues ?? [];
  expect([issue?.path, others]).toEqual([["department"], []]);
  expect(issue && issueFrom(issue)).toEqual({ code: "line_too_long", values: { line: 3, max: 100 } });
});
