import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { CollectionId, FolderId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { compactForm, compactItems, itemsOf, type ListedItem } from "@/lib/domain/item/compact";
import { reprompts } from "@/lib/domain/item/sealed-item";
import { commonShape, shapes } from "@/lib/domain/item/shapes";
import { itemTypes } from "@/lib/domain/item/types";
import { wholeRow } from "@/test/whole-row";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const text = (n: number) => `2.${n}|a|b`;

const common = {
  key: text(0),
  name: text(1),
  notes: null,
  fields: [],
  passwordHistory: [],
  reprompt: "none",
  organizationId: null,
  createdAt: new Date(1),
  revisedAt: new Date(2),
  deletedAt: null,
  archivedAt: null,
  isFavorite: false,
  folderId: null,
  may: { edit: true, delete: false, reveal: true, assign: false },
};

const login = {
  ...common,
  id: ItemId.parse(id(1)),
  type: "login",
  organizationId: OrganizationId.parse(id(100)),
  reprompt: "password",
  deletedAt: new Date(3),
  archivedAt: new Date(4),
  isFavorite: true,
  folderId: FolderId.parse(id(200)),
  notes: text(2),
  fields: [{ name: text(3), value: text(4), type: 1, linkedId: null, madeBy: text(5) }],
  passwordHistory: [{ password: text(6), lastUsedDate: "2026-01-31T09:15:00.123Z" }],
  may: { edit: false, delete: true, reveal: false, assign: true },
  data: {
    username: text(7),
    password: text(8),
    totp: null,
    uris: [{ uri: text(9), uriChecksum: text(10), match: 0 }],
    fido2Credentials: [{ credentialId: text(11), counter: 0, discoverable: null }],
  },
};
const note = { ...common, id: ItemId.parse(id(2)), type: "secure_note", data: {} };
const card = {
  ...common,
  id: ItemId.parse(id(3)),
  type: "card",
  data: {
    ...{ cardholderName: null, brand: text(12), number: text(13), expMonth: null, expYear: null, code: null },
  },
};
const items = [login, note, card] as unknown as ListedItem[];
const [one, other] = [CollectionId.parse(id(300)), CollectionId.parse(id(301))];
const entries = [
  { itemId: login.id, collectionId: one },
  { itemId: login.id, collectionId: other },
  { itemId: card.id, collectionId: other },
];

test("items come back as they were, with where they are and what other programs wrote", () => {
  const back = itemsOf(JSON.parse(JSON.stringify(compactItems(items, entries))));
  expect({ ...back, items: back.items.map(wholeRow) }).toEqual({ items, entries });
});

test("no name of a part and no id of a place stands there for each item", () => {
  const many = Array.from({ length: 50 }, () => ({
    ...login,
    data: { ...login.data, fido2Credentials: undefined },
  }));
  const { fido2Credentials: _, ...data } = login.data;
  const rows = many.map((row, i) => ({ ...row, data, id: ItemId.parse(id(i)) })) as unknown as ListedItem[];
  const form = JSON.stringify(
    compactItems(
      rows,
      rows.map((row) => ({ itemId: row.id, collectionId: one })),
    ),
  );
  for (const name of ["username", "uriChecksum", "lastUsedDate", "revisedAt", "null"])
    expect(form).not.toContain(name);
  for (const place of [id(100), id(200), id(300)]) expect(form.split(place)).toHaveLength(2);
});

test("another shape is another form, by which a tab and a device of another release are known", () => {
  const places = JSON.stringify([commonShape, shapes, itemTypes, reprompts]);
  expect([compactForm, createHash("sha256").update(places).digest("hex").slice(0, 16)]).toEqual([
    1,
    "c69bd48a1db91cba",
  ]);
});
