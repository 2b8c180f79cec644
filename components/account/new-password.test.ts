import { expect, test } from "vitest";
import { newPassword } from "@/components/account/new-password";
import { issueFrom } from "@/components/forms/validation";

const schema = newPassword(async (password) => ({ common: password.startsWith("password") }));

async function problems(password: string, again = password) {
  const parsed = await schema.safeParseAsync({ password, again }, { reportInput: true });
  return parsed.error?.issues.map((issue) => ({ at: issue.path.join("."), ...issueFrom(issue) })) ?? [];
}

test("twelve characters that nobody else uses will do", async () => {
  expect(await problems("brass ring 41")).toEqual([]);
});

test("fewer are too short, whoever counts: an emoji is one", async () => {
  const tooShort = [{ at: "password", code: "too_short", values: { min: 12 } }];
  expect(await problems("")).toEqual(tooShort);
  expect(await problems("elevenchars")).toEqual(tooShort);
  expect(await problems("🔑".repeat(11))).toEqual(tooShort);
  expect(await problems("🔑".repeat(12))).toEqual([]);
});

test("where nothing can estimate it, its length alone decides", async () => {
  const blind = newPassword(() => Promise.reject(new Error("the strength meter is closed")));
  expect((await blind.safeParseAsync({ password: "password1234", again: "password1234" })).success).toBe(
    true,
  );
  expect((await blind.safeParseAsync({ password: "password123", again: "password123" })).success).toBe(false);
});

test("a common one is refused, and so are two that differ", async () => {
  expect(await problems("password1234")).toEqual([{ at: "password", code: "too_common" }]);
  expect(await problems("brass ring 41", "brass ring 42")).toEqual([{ at: "again", code: "not_equal" }]);
});
