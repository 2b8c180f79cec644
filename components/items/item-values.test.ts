import { describe, expect, test } from "vitest";
import { issueFrom } from "@/components/forms/validation";
import { editOf, NewItemValues, valuesOf } from "@/components/items/item-values";
import type { EncString } from "@/lib/crypto/types";
import type { ShownItem } from "@/lib/vault/item";

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

describe("an edit", () => {
  const sealed = (text: string) => ({ sealed: `2.${text}` as EncString });
  const before: ShownItem<"login"> = {
    type: "login",
    name: "Firewall",
    notes: null,
    data: {
      username: "admin",
      password: sealed("password"),
      totp: sealed("totp"),
      uris: [{ uri: "https://10.20.0.1", match: 3, rest: { ofAnother: 1 } }],
      rest: { fido2Credentials: [] },
    },
  };
  const values = valuesOf(before, "opened", "", []);

  test("keeps what the form does not show", () => {
    const typed = { ...values, username: "root", uris: [...values.uris, { uri: "https://10.20.0.2" }] };
    expect(editOf(typed, before, { mayReveal: true })).toEqual({
      ...before,
      data: {
        ...before.data,
        username: "root",
        password: "opened",
        uris: [...before.data.uris, { uri: "https://10.20.0.2", match: null }],
      },
    });
  });

  test("by whoever may not see the password leaves it sealed as it is", () => {
    const hidden = valuesOf(before, null, "", []);
    expect(editOf(hidden, before, { mayReveal: false })).toEqual(before);
  });
});
