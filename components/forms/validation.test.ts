import { expect, test } from "vitest";
import { z } from "zod";
import { issueFrom, packIssue, unpackIssue, validationCode } from "@/components/forms/validation";
import { NewClient } from "@/lib/domain/provider/inputs";
import type { FieldIssue } from "@/lib/http/result";

function issueOf(schema: z.ZodType, value: unknown): FieldIssue | null {
  const [issue] = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
  return issue ? issueFrom(issue) : null;
}

test.each<[string, z.ZodType, unknown, FieldIssue]>([
  ["an empty text", z.string().min(1), "", { code: "required", values: { min: 1 } }],
  ["a missing text", z.string(), undefined, { code: "required" }],
  ["a short text", z.string().min(12), "abc", { code: "too_short", values: { min: 12 } }],
  ["a long text", z.string().max(2), "abc", { code: "too_long", values: { max: 2 } }],
  [
    "a code of the schema's own",
    z.string().max(2, { error: "too_long" }),
    "abc",
    { code: "too_long", values: { max: 2 } },
  ],
  ["no address", z.email(), "brett", { code: "invalid_email" }],
  ["an empty address", z.email(), "", { code: "required" }],
  ["an emptied number", z.number(), Number.NaN, { code: "not_a_number" }],
  ["a broken number", z.int(), 1.5, { code: "not_whole" }],
  ["no seats", NewClient.shape.seats, 0, { code: "too_small", values: { min: 1 } }],
  ["too few seats", z.number().min(1), 0, { code: "too_small", values: { min: 1 } }],
  ["too many seats", z.number().max(10), 11, { code: "too_big", values: { max: 10 } }],
  ["too many entries", z.array(z.string()).max(1), ["a", "b"], { code: "too_many", values: { max: 1 } }],
  ["none of the choices", z.enum(["teams", "enterprise"]), "gold", { code: "not_chosen" }],
])("%s is named", (_what, schema, value, issue) => {
  expect(issueOf(schema, value)).toEqual(issue);
});

test("an issue survives being a message", () => {
  const issue = { code: "too_long", values: { max: 50 } };
  expect(unpackIssue(packIssue(issue))).toEqual(issue);
  expect(unpackIssue("required")).toEqual({ code: "required" });
  expect(unpackIssue(undefined)).toEqual({ code: "invalid" });
});

test("a code without a text, or without its limit, is told as invalid", () => {
  expect(validationCode({ code: "not_sealed" })).toBe("invalid");
  expect(validationCode({ code: "too_long" })).toBe("invalid");
  expect(validationCode({ code: "toString" })).toBe("invalid");
});
