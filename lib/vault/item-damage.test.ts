import { beforeAll, describe, expect, test } from "vitest";
import type { EncString } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import { emptyLists, type OpenItem } from "@/lib/vault/item";
import { openItems, openSecret } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import { somebody } from "@/test/vault";

const whole: OpenItem<"login"> = {
  type: "login",
  name: "Firewall",
  notes: "in the rack",
  ...emptyLists,
  data: {
    username: "brett.warden",
    password: "kV7#mQ2p",
    totp: null,
    uris: [
      { uri: "https://firewall.client.example", match: null },
      { uri: "https://backup.client.example", match: 3 },
    ],
  },
};

let brett: Awaited<ReturnType<typeof somebody>>;
let sealed: SealedItem<"login">;
let other: SealedItem<"login">;

beforeAll(async () => {
  brett = await somebody("brett.warden@provider.example");
  sealed = await sealItem(brett.vault, "user", whole);
  other = await sealItem(brett.vault, "user", { ...whole, name: "Switch" });
});

type Texts = Record<
  "username" | "password" | "notes" | "uri" | "uriChecksum" | "uri2" | "checksum2",
  EncString
>;

/** The ciphertexts of a login by name, and a login that is put together from them. */
function textsOf({ notes, data: { username, password, uris } }: SealedItem<"login">): Texts {
  const [first, second] = uris;
  if (!notes || !username || !password || !first || !second) throw new Error("the login has them all");
  const websites = { uri: first.uri, uriChecksum: first.uriChecksum };
  return { notes, username, password, ...websites, uri2: second.uri, checksum2: second.uriChecksum };
}
const altered = (change: (texts: Texts) => Partial<Texts>): SealedItem<"login"> => {
  const texts = { ...textsOf(sealed), ...change(textsOf(sealed)) };
  const { notes, username, password, uri, uriChecksum, uri2, checksum2 } = texts;
  const uris = [
    { uri, uriChecksum, match: null },
    { uri: uri2, uriChecksum: checksum2, match: 3 },
  ];
  return { ...sealed, notes, data: { username, password, totp: null, uris } };
};

/** What is shown of a login, with its password asked for; and what is said of it. */
async function open(login: SealedItem<"login">) {
  const [row] = await openItems(brett.vault, "user", [{ id: "1", ...login }]);
  if (!row) throw new Error("its key opens");
  const { password } = row.content.data;
  const opened = password && (await openSecret(brett.vault, "user", login.key, password));
  return { item: { ...row.content, data: { ...row.content.data, password: opened } }, damage: row.damage };
}
const wholeBut = (name: string | null, data: Partial<OpenItem<"login">["data"]> = {}) => ({
  ...whole,
  ...(name === "notes" ? { notes: null } : {}),
  data: { ...whole.data, ...data },
});

const flipped = (text: EncString) => (text.slice(0, -2) + (text.at(-2) === "A" ? "Q=" : "A=")) as EncString;

describe("a login as it was sealed", () => {
  test("has no mark", async () => {
    expect(await open(sealed)).toEqual({ item: whole, damage: [] });
  });
});

describe("a part that does not open", () => {
  test.each([
    ["a flipped byte", (texts: Texts) => ({ password: flipped(texts.password) })],
    ["another login's field", () => ({ password: textsOf(other).password })],
    ["encryption type 0", (texts: Texts) => ({ password: texts.password.replace("2.", "0.") as EncString })],
  ])("is marked as damaged, and the others are shown: %s", async (_, change) => {
    expect(await open(altered(change))).toEqual({
      item: wholeBut(null, { password: null }),
      damage: [{ part: "password", what: "damaged" }],
    });
  });

  test("may be the name, a website or its checksum", async () => {
    const named = await open({ ...sealed, name: other.name });
    expect(named).toMatchObject({ item: { name: "" }, damage: [{ part: "name", what: "damaged" }] });
    for (const broken of ["uri2", "checksum2"] as const) {
      const { item, damage } = await open(altered((texts) => ({ [broken]: flipped(texts[broken]) })));
      expect(item.data.uris).toEqual(whole.data.uris.slice(0, 1));
      expect(damage).toEqual([{ part: "website", number: 2, what: "damaged" }]);
    }
  });
});

describe("a part that was exchanged", () => {
  test("with a website is marked on both sides, and shown on neither", async () => {
    for (const part of ["username", "password", "notes"] as const) {
      const swap = altered((texts) => ({ uri: texts[part], [part]: texts.uri }));
      const withChecksum = altered((texts) => ({ uriChecksum: texts[part], [part]: texts.uriChecksum }));
      for (const login of [swap, withChecksum]) {
        const { item, damage } = await open(login);
        const left = { uris: whole.data.uris.slice(1) };
        expect(item).toEqual(wholeBut(part, part === "notes" ? left : { ...left, [part]: null }));
        expect(damage).toEqual([
          { part, what: "moved" },
          { part: "website", number: 1, what: "moved" },
        ]);
      }
    }
  });

  test("by a copy of another is marked on both sides", async () => {
    const { item, damage } = await open(altered(({ password }) => ({ notes: password })));
    expect(item).toEqual(wholeBut("notes", { password: null }));
    expect(damage).toEqual([
      { part: "notes", what: "moved" },
      { part: "password", what: "moved" },
    ]);
  });

  test("between two websites is marked unless the checksum went along", async () => {
    const addresses = altered(({ uri, uri2 }) => ({ uri: uri2, uri2: uri }));
    expect((await open(addresses)).damage.map(({ what }) => what)).toEqual(["moved", "moved"]);
    const both = altered(({ uri, uri2, uriChecksum, checksum2 }) => ({
      ...{ uri: uri2, uriChecksum: checksum2 },
      ...{ uri2: uri, checksum2: uriChecksum },
    }));
    expect((await open(both)).damage).toEqual([]);
  });

  test("with one that has no checksum cannot be seen", async () => {
    const { item, damage } = await open(
      altered((texts) => ({ username: texts.notes, notes: texts.username })),
    );
    expect(item).toMatchObject({ notes: whole.data.username, data: { username: whole.notes } });
    expect(damage).toEqual([]);
  });
});

test("two rows with one key are marked: one was put together from the other", async () => {
  const older = { ...sealed, data: { ...sealed.data, password: null } };
  const all = [sealed, other, older].map((login, i) => ({ id: String(i), ...login }));
  const rows = await openItems(brett.vault, "user", all);
  expect(rows.map((row) => row?.damage)).toEqual([
    [{ part: "item", what: "copied" }],
    [],
    [{ part: "item", what: "copied" }],
  ]);
});
