import { openItems } from "@/lib/crypto/batch";
import { textOf } from "@/lib/crypto/bytes";
import { blockSize, parseEncString } from "@/lib/crypto/enc-string";
import { sealBytes, sealText } from "@/lib/crypto/symmetric";
import { authenticationHalf, encryptionHalf, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { Bytes, EncString, SymmetricKey } from "@/lib/crypto/types";
import { median, timeOf } from "@/scripts/bench/time";

/** As the vault does, and with one WebCrypto call for each MAC and each decryption. */
export type Way = "inOneGo" | "oneCallPerField";
export const ways = ["oneCallPerField", "inOneGo"] as const satisfies readonly Way[];

export type DecryptFigures = {
  rounds: number;
  /** Medians, in milliseconds. */
  times: Record<Way, number>;
  /** The median of what `inOneGo` takes in terms of `oneCallPerField` beside it. */
  ratio: number;
};

type Item = { key: EncString; fields: EncString[] };

/** Odd, for a median that is one of them. */
const rounds = 9;
export const itemCount = 10_000;

/**
 * Items that open to the same texts in both ways, and how to measure each, in milliseconds. It needs nothing of Node, so
 * that a browser's worker can run it too.
 */
export async function prepareDecrypt(): Promise<Record<Way, () => Promise<number>>> {
  const key = makeSymmetricKey();
  const items = await makeItems(key, itemCount);
  const expected = JSON.stringify(await openOneByOne(key, items));
  const named = items.map(({ key: itemKey, fields }) => ({
    key: itemKey,
    open: Object.fromEntries(fields.entries()),
    check: {},
  }));
  const opened = openItems(key, named).map((item) => (item.ok ? Object.values(item.texts) : null));
  if (JSON.stringify(opened) !== expected) throw new Error("the two ways open different texts");
  return {
    oneCallPerField: () => timeOf(() => openOneByOne(key, items)),
    inOneGo: () => timeOf(async () => openItems(key, named)),
  };
}

/** Measures both ways by turns, after once for nothing: what runs often is compiled by then. */
export async function measureByTurns(ask: (way: Way) => Promise<number>): Promise<DecryptFigures> {
  for (const way of ways) await ask(way);
  const times: Record<Way, number[]> = { oneCallPerField: [], inOneGo: [] };
  for (let round = 0; round < rounds; round++) for (const way of ways) times[way].push(await ask(way));
  const ratios = times.inOneGo.map((time, round) => time / (times.oneCallPerField[round] ?? 0));
  return {
    rounds,
    times: { oneCallPerField: median(times.oneCallPerField), inOneGo: median(times.inOneGo) },
    ratio: median(ratios),
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
