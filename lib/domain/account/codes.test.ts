import { expect, test } from "vitest";
import { MailedCode } from "@/lib/domain/account/mailed-code";
import { AuthenticatorCode, TwoStepCode } from "@/lib/domain/account/two-step";

test.each([
  ["a mailed code", MailedCode, "not_a_mailed_code", ["12345", "1234567", "abcdef", "abcd-efgh-ijkl-mnop"]],
  ["a code of an app", AuthenticatorCode, "not_six_digits", ["12345", "1234567", "abcd-efgh-ijkl-mnop"]],
  ["a code at a log-in", TwoStepCode, "not_a_code", ["12345", "abcd-efgh-ijkl", "abcd-efgh-ijkl-mno1"]],
] as const)("%s may be typed in groups, and what is none is told so", (_what, schema, refusal, wrong) => {
  expect(schema.parse(" 123 456 ")).toBe("123456");
  for (const typed of wrong)
    expect(schema.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([refusal]);
});

test("a recovery code is taken at a log-in however it is written", () => {
  expect(TwoStepCode.parse("ABCD-EFGH-IJKL-MNOP")).toBe("abcdefghijklmnop");
});
