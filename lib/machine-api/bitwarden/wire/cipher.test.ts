import { describe, expect, test } from "vitest";
import { CollectionId, ItemId } from "@/lib/domain/ids";
import type { ListedItem } from "@/lib/domain/item/compact";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import { cipherOf, ciphersOf } from "@/lib/machine-api/bitwarden/wire/cipher";
import { readCipher } from "@/lib/machine-api/bitwarden/wire/cipher-request";
import { aCaller, sealed } from "@/test/golden";

const itemId = ItemId.parse("11111111-1111-4111-8111-111111111111");
const collectionId = CollectionId.parse("22222222-2222-4222-8222-222222222222");

/** An item as a query answers it. */
const listed = (item: SealedItem, more: Partial<ListedItem> = {}) =>
  ({
    id: itemId,
    organizationId: null,
    folderId: null,
    reprompt: "none",
    isFavorite: false,
    createdAt: new Date("2026-01-31T09:15:00.123Z"),
    revisedAt: new Date("2026-02-01T10:00:00.456Z"),
    deletedAt: null,
    archivedAt: null,
    may: { edit: true, delete: true, reveal: true, assign: false },
    ...item,
    ...more,
  }) as ListedItem;

const common = { name: sealed("name"), notes: null };
const noParts = { login: null, secureNote: null, card: null, identity: null, sshKey: null };

/** What an app sends of an item of each type, and the part of it that comes back. */
const goldens = {
  "a login": {
    sent: {
      type: 1,
      login: {
        response: null,
        uris: [
          { response: null, match: null, uri: sealed("uri"), uriChecksum: sealed("checksum") },
          { match: 1, uri: null, uriChecksum: null },
        ],
        ...{ username: sealed("user"), password: sealed("password"), totp: null },
        passwordRevisionDate: "2026-01-31T09:15:00.1234567Z",
        fido2Credentials: [
          { credentialId: sealed("id"), creationDate: "2026-01-31T09:15:00Z", userName: null },
        ],
      },
    },
    back: {
      login: {
        uri: sealed("uri"),
        uris: [{ match: null, uri: sealed("uri"), uriChecksum: sealed("checksum") }],
        ...{ username: sealed("user"), password: sealed("password"), totp: null },
        passwordRevisionDate: "2026-01-31T09:15:00.1234567Z",
        autofillOnPageLoad: null,
        fido2Credentials: [
          { credentialId: sealed("id"), creationDate: "2026-01-31T09:15:00Z", userName: null },
        ],
      },
    },
  },
  "a login with nothing in it": {
    sent: { type: 1, login: { uris: null } },
    back: {
      login: {
        ...{ uri: null, uris: null, username: null, password: null, totp: null },
        ...{ passwordRevisionDate: null, autofillOnPageLoad: null, fido2Credentials: null },
      },
    },
  },
  "a note": { sent: { type: 2, secureNote: { type: 0 } }, back: { secureNote: { type: 0 } } },
  "a card": {
    sent: { type: 3, card: { number: sealed("number"), code: sealed("code"), later: sealed("later") } },
    back: {
      card: {
        ...{ cardholderName: null, brand: null, number: sealed("number"), expMonth: null, expYear: null },
        ...{ code: sealed("code"), later: sealed("later") },
      },
    },
  },
  "an identity": {
    sent: { type: 4, identity: { firstName: sealed("first"), ssn: sealed("ssn") } },
    back: {
      identity: {
        ...{ title: null, firstName: sealed("first"), middleName: null, lastName: null },
        ...{ address1: null, address2: null, address3: null, city: null, state: null, postalCode: null },
        ...{ country: null, company: null, email: null, phone: null, ssn: sealed("ssn"), username: null },
        ...{ passportNumber: null, licenseNumber: null },
      },
    },
  },
  "an SSH key": {
    sent: {
      type: 5,
      sshKey: { privateKey: sealed("private"), publicKey: sealed("public"), keyFingerprint: sealed("print") },
    },
    back: {
      sshKey: { privateKey: sealed("private"), publicKey: sealed("public"), keyFingerprint: sealed("print") },
    },
  },
};

describe("an item of the wire", () => {
  test.each(Object.entries(goldens))("%s comes back as it was sent", (_, { sent, back }) => {
    const read = readCipher({ ...sent, key: sealed("key"), ...common }, aCaller);
    expect(cipherOf(listed(read.sealed), [])).toEqual({
      object: "cipherDetails",
      ...{ id: itemId, organizationId: null, folderId: null, type: sent.type, data: null },
      ...common,
      ...noParts,
      ...back,
      ...{ fields: null, passwordHistory: null, attachments: [], organizationUseTotp: true },
      ...{ revisionDate: "2026-02-01T10:00:00.456Z", creationDate: "2026-01-31T09:15:00.123Z" },
      ...{ deletedDate: null, archivedDate: null, reprompt: 0, key: sealed("key"), favorite: false },
      ...{ edit: true, viewPassword: true, permissions: { delete: true, restore: true }, collectionIds: [] },
    });
  });

  test("has in each field and former password what apps fail without", () => {
    const read = readCipher(
      {
        ...{ ...goldens["a note"].sent, key: sealed("key"), ...common },
        fields: [{ type: null, name: sealed("field"), value: null, linkedId: null }],
        passwordHistory: [
          { password: sealed("old"), lastUsedDate: null },
          { password: null, lastUsedDate: "2026-01-31T09:15:00Z" },
        ],
      },
      aCaller,
    );
    expect(cipherOf(listed(read.sealed), [])).toMatchObject({
      fields: [{ type: 0, name: sealed("field"), value: null, linkedId: null }],
      passwordHistory: [{ password: sealed("old"), lastUsedDate: "1970-01-01T00:00:00.000Z" }],
    });
  });

  test("is left out of lists where it is an SSH key that is not whole", () => {
    const { sent } = goldens["an SSH key"];
    const keyWith = (more: object) =>
      listed(
        readCipher({ ...sent, sshKey: { ...sent.sshKey, ...more }, key: sealed("key"), ...common }, aCaller)
          .sealed,
      );
    const items = [keyWith({}), keyWith({ publicKey: null })];
    expect(ciphersOf({ items, entries: [] })).toHaveLength(1);
  });

  test("says what may be done with it, where it is, and what it is to whoever asks", () => {
    const read = readCipher({ ...goldens["a note"].sent, key: sealed("key"), ...common }, aCaller);
    const item = listed(read.sealed, {
      ...{ reprompt: "password", isFavorite: true, archivedAt: new Date(0), deletedAt: new Date(1) },
      may: { edit: false, delete: false, reveal: false, assign: false },
    });
    expect(cipherOf(item, [collectionId], "cipher")).toMatchObject({
      ...{ object: "cipher", reprompt: 1, favorite: true, collectionIds: [collectionId] },
      ...{ archivedDate: "1970-01-01T00:00:00.000Z", deletedDate: "1970-01-01T00:00:00.001Z" },
      ...{ edit: false, viewPassword: false, permissions: { delete: false, restore: false } },
    });
  });
});
