import { expect, test } from "vitest";
import { readRefusal } from "@/components/vault/session-requests";

test("a refusal comes with what completes its message", () => {
  expect(readRefusal('{"code":"wrong_credentials"}')).toEqual({ code: "wrong_credentials" });
  expect(readRefusal('{"code":"too_many_attempts","values":{"minutes":7}}')).toEqual({
    code: "too_many_attempts",
    values: { minutes: 7 },
  });
});

test.each(["CredentialsSignin", "", "null", '{"code":"toString"}', '{"code":'])("%j says nothing", (text) => {
  expect(readRefusal(text)).toEqual({ code: "unexpected" });
});
