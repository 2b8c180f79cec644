import { openItems } from "@/lib/crypto/batch";
import { textOf } from "@/lib/crypto/bytes";
import { blockSize, parseEncString } from "@/lib/crypto/enc-string";
import { sealBytes, sealText } from "@/lib/crypto/symmetric";
import { authenticationHalf, encryptionHalf, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { Bytes, EncString, SymmetricKey } from "@/lib/crypto/types";
import { median, timeOf } from "@/scripts/bench/time";

export type DecryptFigures = {
  items: number;
  fields: number;
  rounds: number;
  /** Medians, in milliseconds. */
  oneCallPerField: number;
  inOneGo: number;
  /** `inOneGo` divided by `oneCallPerField`. */
  ratio: number;
};

type Item = { key: EncString; fields: EncString[] };

/**
 * Opens the same items in both ways, by turns: as the vault does, and with one WebCrypto call for each MAC and
 * each decryption. It needs nothing of Node, so that a browser's worker can run it too.
 */
export async function measureDecrypt({ items: count = 10_000, rounds = 5 } = {}): Promise<DecryptFigures> {
  const key = makeSymmetricKey();
  const items = await makeItems(key, count);
  const expected = JSON.stringify(await openOneByOne(key, items));
  const named = items.map(({ key: itemKey, fields }) => ({
    key: itemKey,
    open: Object.fromEntries(fields.entries()),
    check: {},
  }));
  const opened = openItems(key, named).map((item) => (item.ok ? Object.values(item.texts) : null));
  if (JSON.stringify(opened) !== expected) throw new Error("the two ways open different texts");

  const times = { oneCallPerField: [] as number[], inOneGo: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.oneCallPerField.push(await timeOf(() => openOneByOne(key, items)));
    times.inOneGo.push(await timeOf(async () => openItems(key, named)));
  }
  const [oneCallPerField, inOneGo] = [median(times.oneCallPerField), median(times.inOneGo)];
  return {
    items: count,
    fields: items.reduce((sum, item) => sum + item.fields.length, 0),
    rounds,
    oneCallPerField,
    inOneGo,
    ratio: inOneGo / oneCallPerField,
  };
}

async function makeItems(key: SymmetricKey, count: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let i = 0; i < count; i++) {
    const itemKey = makeSymmetricKey();
    const texts = [
      `Backup server ${i}`,
      `brett.warden+${i}@provider.example`,
      `pass-phrase-of-${i}-and-more`,
      `https://host-${i}.client.example/sign-in`,
      `Asset ${i}: second rack from the left, ask Betty before restarting it at night.`,
    ];
    items.push({
      key: await sealBytes(key, itemKey),
      fields: await Promise.all(texts.map((text) => sealText(itemKey, text))),
    });
  }
  // As a browser has them: read from an answer, and not put together piece by piece.
  return JSON.parse(JSON.stringify(items));
}

async function openOneByOne(key: SymmetricKey, items: Item[]): Promise<string[][]> {
  const open = await opener(key);
  return Promise.all(
    items.map(async (item) => {
      const openField = await opener(await open(item.key));
      return Promise.all(item.fields.map(async (field) => textOf(await openField(field))));
    }),
  );
}

async function opener(key: Bytes): Promise<(text: EncString) => Promise<Bytes>> {
  const symmetric = key as SymmetricKey;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const [cipher, mac] = await Promise.all([
    crypto.subtle.importKey("raw", encryptionHalf(symmetric), "AES-CBC", false, ["decrypt"]),
    crypto.subtle.importKey("raw", authenticationHalf(symmetric), hmac, false, ["verify"]),
  ]);
  return async (text) => {
    const parts = parseEncString(text);
    if (!(await crypto.subtle.verify("HMAC", mac, parts.mac, parts.body))) throw new Error("wrong MAC");
    const parameters = { name: "AES-CBC", iv: parts.body.subarray(0, blockSize) };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, cipher, parts.body.subarray(blockSize)));
  };
}
