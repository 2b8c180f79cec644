import { expect, test } from "vitest";
import { estimateStrength } from "@/lib/vault/estimate-strength";
import { judgeMasterPassword, lengthOf } from "@/lib/vault/master-password";

test.each([
  ["eleven and a common one", 11, true, "too_short"],
  ["eleven", 11, false, "too_short"],
  ["twelve", 12, false, "ok"],
  ["twelve and a common one", 12, true, "too_common"],
])("%s characters: %s", (_, length, common, judgement) => {
  expect(judgeMasterPassword({ length: Number(length), common: common === true })).toBe(judgement);
});

test("a character is a code point", () => {
  expect(lengthOf("😀é")).toBe(2);
});

test.each(["password1234", "Password1234", "qwertyuiop123", "aaaaaaaaaaaa", "123456789012"])(
  "%s is common",
  (password) => {
    expect(estimateStrength(password, [])).toMatchObject({ common: true });
  },
);

test("a long phrase of unrelated words is strong, in either language", () => {
  for (const password of ["turban deftly anime chatroom", "girafe velours cactus marteau"])
    expect(estimateStrength(password, [])).toMatchObject({ score: 4, warning: null, common: false });
});

test("whoever uses their own name or address is told so", () => {
  const about = ["brett.warden@provider.example", "Brett Warden"];
  expect(estimateStrength("brett.warden", about)).toMatchObject({ common: true, warning: "userInputs" });
});
