import { describe, expect, test } from "vitest";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { issueFrom } from "@/components/forms/validation";
import { itemOf } from "@/components/items/item-of-values";
import { ItemValues, NewItemValues } from "@/components/items/item-values";
import { emptyValues } from "@/components/items/values-of-item";
import { sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import { CollectionName } from "@/lib/domain/collection/inputs";
import { SealedItem } from "@/lib/domain/item/sealed-item";
import { encString, sealedLength, textToSeal } from "@/lib/domain/sealed";
import type { OpenItem } from "@/lib/vault/item";

const key = asSymmetricKey(new Uint8Array(64).fill(0xf7));

const values = (typed: Partial<ItemValues>) => ({
  ...emptyValues("login", { organizationId: "", collectionIds: [] }),
  name: "Bank",
  ...typed,
});

/** What is said of notes, or nothing. */
function saidOf(notes: string) {
  const { error } = NewItemValues.safeParse(values({ notes }));
  return error?.issues.map((issue) => issueFrom(issue)) ?? [];
}

describe("notes that are sealed take their room in bytes, and too much of them is counted in characters", () => {
  const tooLong = (over: number) => [{ code: "too_many_bytes", values: { over } }];
  test.each([
    ["7,439 plain letters", "a".repeat(7439), []],
    ["one more", "a".repeat(7440), tooLong(1)],
    ["3,719 accented letters", "é".repeat(3719), []],
    ["two more of these", "é".repeat(3721), tooLong(2)],
    ["2,600 ideographs", "漢".repeat(2600), tooLong(121)],
    ["1,900 emoji", "😀".repeat(1900), tooLong(41)],
    ["500 families", "👩\u200d👩\u200d👧".repeat(500), tooLong(87)],
  ])("%s", (_what, notes, said) => expect(saidOf(notes)).toEqual(said));
});

describe("what a form takes, the server takes sealed", () => {
  test("a text of any length is as long, sealed, as was counted", async () => {
    for (const bytes of [0, 1, 15, 16, 17, 31, 32, 100, 687, 688, 7439])
      expect((await sealText(key, "a".repeat(bytes))).length).toBe(sealedLength(bytes));
  });

  test("and the limit of a form is that of the server, to the letter", async () => {
    for (const limit of [300, 1000, 5000, 10_000]) {
      let longest = "";
      while (textToSeal(limit).safeParse(`${longest}a`).success) longest += "a";
      expect(encString(limit).safeParse(await sealText(key, longest)).success).toBe(true);
      expect(encString(limit).safeParse(await sealText(key, `${longest}a`)).success).toBe(false);
    }
  });

  test("the longest login of the form is one of the server", async () => {
    const typed = {
      name: "漢".repeat(229),
      parts: { username: "漢".repeat(229), password: "a".repeat(3695), totp: "a".repeat(687) },
      notes: "漢".repeat(2479),
    };
    const website = { uri: `https://${"a".repeat(4_800)}`, match: "0" };
    const count = [...Array(50).keys()].filter(
      (number) =>
        NewItemValues.safeParse(values({ ...typed, uris: Array(number + 1).fill(website) })).success,
    ).length;
    expect(count).toBeGreaterThan(5);
    const form = NewItemValues.parse(values({ ...typed, uris: Array(count).fill(website) }));
    const seal = (text: string | null) => (text === null ? null : sealText(key, text));
    const { name, notes, data } = itemOf(form) as OpenItem<"login">;
    const sealed = {
      type: "login",
      key: await seal("k".repeat(64)),
      name: await seal(name),
      notes: await seal(notes),
      fields: [],
      passwordHistory: [],
      data: {
        username: await seal(data.username),
        password: await seal(data.password),
        totp: await seal(data.totp),
        uris: await Promise.all(
          data.uris.map(async ({ uri }) => ({
            uri: await seal(uri),
            uriChecksum: await seal("c".repeat(44)),
            match: 0,
          })),
        ),
      },
    };
    expect(SealedItem.safeParse(sealed).error?.issues ?? []).toEqual([]);
  });

  test("a collection's name is counted as people count, and has to fit too", async () => {
    const said = (name: string) =>
      CollectionName.safeParse(name).error?.issues.map((issue) => issueFrom(issue));
    expect(said("漢".repeat(100))).toBeUndefined();
    expect(said("a".repeat(101))).toEqual([{ code: "too_long", values: { max: 100 } }]);
    expect(said("👩\u200d👩\u200d👧".repeat(40))).toEqual([{ code: "too_many_bytes", values: { over: 2 } }]);
  });
});

test.each([
  ["too many websites", Array(51).fill({ uri: "a", match: "" }), "too_many"],
  [
    "websites that are too long together",
    Array(8).fill({ uri: "a".repeat(7000), match: "" }),
    "too_long_together",
  ],
])("%s are told beside their fields", async (_what, uris, code) => {
  const { errors } = await schemaResolver(ItemValues)(values({ uris }), undefined, {
    fields: {},
    names: ["uris.0.uri"],
    shouldUseNativeValidation: false,
  });
  expect(errors).toMatchObject({ uris: { root: { message: expect.stringContaining(code) } } });
});
