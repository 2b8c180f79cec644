import { openItems, openTexts } from "@/lib/crypto/batch";
import { textOf, utf8 } from "@/lib/crypto/bytes";
import { formatEncString, fromBinary, isEncString, parseEncString, toBinary } from "@/lib/crypto/enc-string";
import { openFile, sealFile } from "@/lib/crypto/file";
import { importPrivateKey, makeKeyPair } from "@/lib/crypto/key-pair";
import { openKey, sealKey } from "@/lib/crypto/seal-key";
import { stretch } from "@/lib/crypto/stretch";
import { openBytes, openParts, openText, sealParts } from "@/lib/crypto/symmetric";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { Bytes, EncString, MasterKey, SymmetricKey } from "@/lib/crypto/types";
import { uriChecksum } from "@/lib/crypto/uri-checksum";
import { expectRefusal, expectSame } from "@/lib/crypto/vectors/expect";
import { fromHex, toHex } from "@/lib/crypto/vectors/hex";
import type { KnownAnswer } from "@/lib/crypto/vectors/known-answers";
import vectors from "@/lib/crypto/vectors/known-answers.json";

const { account, attachment, binaryForm, refused } = vectors;
const iv = fromHex(account.ivHex);
// The bytes of this key are those of a text, which `asSymmetricKey` takes for no key.
const userKey = fromHex(account.userKeyHex) as SymmetricKey;
const itemKey = asSymmetricKey(fromHex(account.itemKeyHex));

const seal = async (key: SymmetricKey, plain: Bytes) => formatEncString(await sealParts(key, plain, iv));
const sealed = (text: string) => text as EncString;

export const sealingCases: KnownAnswer[] = [
  {
    name: "A: the user key under the stretched master key",
    async run() {
      const key = stretch(fromHex(account.masterKeyHex) as MasterKey);
      expectSame(await seal(key, userKey), account.userKeyForAccount);
      expectSame(toHex(await openBytes(key, sealed(account.userKeyForAccount))), account.userKeyHex);
    },
  },
  {
    name: "A: a text under the user key",
    async run() {
      expectSame(await seal(userKey, utf8(account.name)), account.nameUnderUserKey);
      expectSame(await openText(userKey, sealed(account.nameUnderUserKey)), account.name);
      expectSame(openTexts(userKey, [sealed(account.nameUnderUserKey)]), [account.name]);
    },
  },
  {
    name: "A: an item key under the user key",
    async run() {
      expectSame(await seal(userKey, itemKey), account.itemKeyUnderUserKey);
      expectSame(toHex(await openBytes(userKey, sealed(account.itemKeyUnderUserKey))), account.itemKeyHex);
    },
  },
  {
    name: "A: a text under the item key",
    async run() {
      expectSame(await seal(itemKey, utf8(account.name)), account.nameUnderItemKey);
      expectSame(await openText(itemKey, sealed(account.nameUnderItemKey)), account.name);
    },
  },
  {
    name: "A: the item as one of many",
    async run() {
      const item = {
        key: sealed(account.itemKeyUnderUserKey),
        open: { name: sealed(account.nameUnderItemKey) },
        check: { again: sealed(account.nameUnderItemKey), wrong: sealed(account.itemKeyUnderUserKey) },
      };
      expectSame(openItems(userKey, [item]), [
        { ok: true, texts: { name: account.name }, broken: ["wrong"] },
      ]);
    },
  },
  {
    name: "A: the checksum of an address",
    run: async () => expectSame(uriChecksum(account.uri), account.uriChecksum),
  },
  {
    name: `${refused.name}, is refused as every type but 2`,
    async run() {
      const data = refused.userKey.slice(2);
      const withMac = account.nameUnderUserKey.slice(2);
      const texts = [
        refused.userKey,
        data,
        withMac,
        `0.${withMac}`,
        `1.${withMac}`,
        `2.${data}`,
        `7.${data}`,
      ];
      for (const text of texts) {
        expectSame(isEncString(text), false);
        await expectRefusal("MalformedCiphertext", () => openBytes(userKey, sealed(text)));
        expectSame(openTexts(userKey, [sealed(text)]), [null]);
      }
      await expectRefusal("CannotOpen", () => asSymmetricKey(fromHex(account.masterKeyHex)));
    },
  },
  {
    name: binaryForm.name,
    async run() {
      expectSame(toHex(toBinary(parseEncString(binaryForm.text))), binaryForm.binaryHex);
      expectSame(formatEncString(fromBinary(fromHex(binaryForm.binaryHex))), binaryForm.text);
    },
  },
  {
    name: attachment.name,
    async run() {
      const key = asSymmetricKey(Uint8Array.from({ length: 64 }, (_, i) => (7 * i) & 255));
      const blob = toBinary(await sealParts(key, utf8(attachment.text), fromHex(attachment.ivHex)));
      expectSame(toHex(blob), attachment.blobHex);
      expectSame(textOf(await openParts(key, fromBinary(blob))), attachment.text);
      const file = await sealFile(key, new Blob([utf8(attachment.text)]), { iv: fromHex(attachment.ivHex) });
      expectSame(toHex(new Uint8Array(await file.arrayBuffer())), attachment.blobHex);
      expectSame(await (await openFile(key, file)).text(), attachment.text);
    },
  },
  {
    name: "a key sealed to a public key opens with its private key only",
    async run() {
      const [pair, stranger, key] = [await makeKeyPair(), await makeKeyPair(), makeSymmetricKey()];
      const sealedKey = await sealKey(key, pair.publicKey);
      expectSame(sealedKey.length, 346);
      expectSame(toHex(await openKey(await importPrivateKey(pair.privateKey), sealedKey)), toHex(key));
      const other = await importPrivateKey(stranger.privateKey);
      await expectRefusal("CannotOpen", () => openKey(other, sealedKey));
    },
  },
];
