import { expect, test } from "vitest";
import { randomBytes, utf8 } from "@/lib/crypto/bytes";
import { CannotOpen, MalformedCiphertext } from "@/lib/crypto/errors";
import { openBlob, sealBlob } from "@/lib/crypto/seal-blob";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";

const key = makeSymmetricKey();
const plain = utf8("Cobalt & Sons, 日本語".repeat(1000));

test("what is sealed comes out as it went in, and is another one each time", async () => {
  const [one, other] = [await sealBlob(key, "billy", plain), await sealBlob(key, "billy", plain)];
  expect(await openBlob(key, "billy", one)).toEqual(plain);
  expect(await openBlob(key, "billy", await sealBlob(key, "billy", utf8("")))).toEqual(utf8(""));
  expect(one).not.toEqual(other);
});

test("it opens with its key, as what it was sealed about, and with nothing changed", async () => {
  const blob = await sealBlob(key, "billy", plain);
  await expect(openBlob(makeSymmetricKey(), "billy", blob)).rejects.toBeInstanceOf(CannotOpen);
  await expect(openBlob(key, "brett", blob)).rejects.toBeInstanceOf(CannotOpen);
  for (const place of [50, 140, 160, blob.length - 1]) {
    const changed = blob.slice();
    changed[place] = (changed[place] ?? 0) ^ 1;
    await expect(openBlob(key, "billy", changed)).rejects.toThrow();
  }
  await expect(openBlob(key, "billy", blob.slice(0, -1))).rejects.toBeInstanceOf(CannotOpen);
  await expect(openBlob(key, "billy", utf8("short"))).rejects.toBeInstanceOf(MalformedCiphertext);
  await expect(openBlob(key, "billy", randomBytes(400))).rejects.toThrow();
});
