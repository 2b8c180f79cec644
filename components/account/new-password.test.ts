import { expect, test } from "vitest";
import { newPassword } from "@/components/account/new-password";
import { issueFrom } from "@/components/forms/validation";

const schema = newPassword(async (password) => ({ common: password.startsWith("password"), score: 3 }), null);

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
  const blind = newPassword(() => Promise.reject(new Error("the strength meter is closed")), null);
  expect((await blind.safeParseAsync({ password: "password1234", again: "password1234" })).success).toBe(
    true,
  );
  expect((await blind.safeParseAsync({ password: "password123", again: "password123" })).success).toBe(false);
});

test("a common one is refused, and so are two that differ", async () => {
  expect(await problems("password1234")).toEqual([{ at: "password", code: "too_common" }]);
  expect(await problems("brass ring 41", "brass ring 42")).toEqual([{ at: "again", code: "not_equal" }]);
});

test("what organizations ask beyond that is asked last, and of a password that nothing can estimate too", async () => {
  const asked = {
    minComplexity: 4,
    minLength: 16,
    requireUpper: true,
    requireLower: false,
    requireNumbers: false,
    requireSpecial: false,
    enforceOnLogin: false,
    organizations: ["Cobalt"],
  };
  const codesOf = async (password: string, score: 3 | 4 | null) => {
    const estimate = () =>
      score === null ? Promise.reject(new Error("closed")) : Promise.resolve({ common: false, score });
    const parsed = await newPassword(estimate, asked).safeParseAsync({ password, again: password });
    return parsed.error?.issues.map(({ message }) => message) ?? [];
  };
  expect(await codesOf("Brass ring on paper", 4)).toEqual([]);
  expect(await codesOf("Brass ring on paper", 3)).toEqual(["against_policy"]);
  expect(await codesOf("brass ring on paper", 4)).toEqual(["against_policy"]);
  expect(await codesOf("Brass ring on paper", null)).toEqual([]);
  expect(await codesOf("brass ring on paper", null)).toEqual(["against_policy"]);

  // One length is asked, the longest, whoever asks.
  const short = "Brass ring 41";
  const parsed = await newPassword(async () => ({ common: false, score: 4 }), asked).safeParseAsync({
    password: short,
    again: short,
  });
  expect(parsed.error?.issues.map(issueFrom)).toEqual([{ code: "too_short", values: { min: 16 } }]);
});
