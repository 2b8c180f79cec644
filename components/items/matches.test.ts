import { describe, expect, test } from "vitest";
import { matching } from "@/components/items/matches";
import type { Reprompt } from "@/lib/domain/item/sealed-item";
import { emptyLists, type ShownItem } from "@/lib/vault/item";
import { openTextsOf } from "@/lib/vault/item-codec";
import { searchedIn } from "@/lib/vault/searched";

const sealed = { sealed: "2.a|b|c" as never };

const searchedOf = (content: ShownItem, reprompt: Reprompt = "none") => ({
  searched: searchedIn(
    content,
    openTextsOf(content).map(({ text }) => text),
    reprompt,
  ),
});

const login = (
  name: string,
  given: { username?: string; uris?: string[]; notes?: string; reprompt?: Reprompt } = {},
) => {
  const content: ShownItem<"login"> = {
    type: "login",
    name,
    notes: given.notes ?? null,
    ...emptyLists,
    data: {
      username: given.username ?? null,
      password: sealed,
      totp: null,
      uris: (given.uris ?? []).map((uri) => ({ uri, match: null })),
    },
  };
  return searchedOf(content as ShownItem, given.reprompt);
};

const found = (item: ReturnType<typeof login>, search: string) => matching([item], search).length === 1;

describe("an item is found", () => {
  const zurich = login("Zürich firewall", {
    username: "brett.warden@provider.example",
    uris: ["https://fw-01.client.example/sign-in"],
    notes: "Second rack,\nask Betty before restarting",
  });
  test.each([
    ["by its name", "firewall"],
    ["by its username", "brett.warden"],
    ["by an address", "fw-01.client"],
    ["by its notes", "second rack"],
    ["by words of all of them, in any order", "betty FW-01 zurich brett"],
    ["without its accents, in capitals", "ZURICH"],
    ["by letters of full width", "ｆｉｒｅｗａｌｌ"],
    ["by the beginnings and middles of words", "fire arden"],
    ["with spaces around and between", "  zürich \u3000 rack "],
    ["by nothing", ""],
  ])("%s", (_how, search) => {
    expect(found(zurich, search)).toBe(true);
  });

  test.each([
    ["by a word that stands nowhere in it", "zurich mail"],
    ["by words that stand apart, typed as one", "zurichrack"],
    ["by what is sealed", "2.a|b|c"],
  ])("and not %s", (_how, search) => {
    expect(found(zurich, search)).toBe(false);
  });
});

describe("in scripts without spaces", () => {
  const bank = login("東京銀行", { username: "山田太郎", notes: "本店のルーター" });
  test.each(["東京", "銀行", "銀行 東京", "銀行東京", "太郎 銀行", "ルーター", "ﾙｰﾀｰ", "京銀"])(
    "%s is found",
    (search) => {
      expect(found(bank, search)).toBe(true);
    },
  );
  test.each(["大阪", "東京大阪", "ルータ ルパン"])("%s is not found", (search) => {
    expect(found(bank, search)).toBe(false);
  });

  test("Korean is found by its syllables, however they are composed", () => {
    const seoul = login("서울 지점");
    expect(found(seoul, "지점 서울")).toBe(true);
    expect(found(seoul, "서울".normalize("NFD"))).toBe(true);
    expect(found(seoul, "석")).toBe(false);
  });
});

test("other types are found by their texts, and not by their secrets", () => {
  const identity = {
    type: "identity",
    name: "Passport",
    notes: null,
    ...emptyLists,
    data: { firstName: "Zoë", lastName: "Novák", city: "Łódź", email: "zoe@client.example", ssn: sealed },
  } as unknown as ShownItem;
  const card = {
    type: "card",
    name: "Company card",
    notes: null,
    ...emptyLists,
    data: { cardholderName: "Zoë Novák", brand: "Visa", number: sealed, code: sealed },
  } as unknown as ShownItem;
  const items = [searchedOf(identity), searchedOf(card)];
  expect(matching(items, "novak zoe")).toHaveLength(2);
  expect(matching(items, "lodz")).toEqual([items[0]]);
  expect(matching(items, "visa")).toEqual([items[1]]);
  expect(matching(items, "2.a|b|c")).toHaveLength(0);
});

test("notes that are shown for the master password alone are not guessed letter by letter", () => {
  const noted = (reprompt: Reprompt) => login("Bank", { notes: "Vault 7", reprompt });
  expect([found(noted("none"), "vault"), found(noted("password"), "vault")]).toEqual([true, false]);
  expect(found(noted("password"), "bank")).toBe(true);
});

test("what cannot be opened is found by nothing, and is there without a search", () => {
  expect(matching([{ searched: null }], "a")).toHaveLength(0);
  expect(matching([{ searched: null }], " ")).toHaveLength(1);
});
