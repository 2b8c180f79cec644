import { expand } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";
import { fingerprintPhrase } from "@/lib/crypto/fingerprint";
import { deriveAuthenticationHash, deriveMasterKey, deriveWithAnyParameters } from "@/lib/crypto/kdf";
import { judgeKdf } from "@/lib/crypto/kdf-floor";
import { pbkdf2 } from "@/lib/crypto/pbkdf2";
import { stretch } from "@/lib/crypto/stretch";
import type { KdfSettings, MasterKey, PublicKey } from "@/lib/crypto/types";
import { expectRefusal, expectSame } from "@/lib/crypto/vectors/expect";
import { fromHex, toHex } from "@/lib/crypto/vectors/hex";
import type { KnownAnswer } from "@/lib/crypto/vectors/known-answers";
import vectors from "@/lib/crypto/vectors/known-answers.json";

type Derivation = { name: string; email: string; password: string; kdf: KdfSettings };
type Hash = Derivation & { hash: string; masterKey?: string; hashOfTwoRounds?: string };

// JSON has strings where the types have words.
const masterKeys = vectors.masterKeys as (Derivation & { masterKeyHex: string })[];
const authenticationHashes = vectors.authenticationHashes as Hash[];

/** Each derives without the floor; those outside it must then be refused with the floor. */
const deriveAndJudge = async (derivation: Derivation): Promise<MasterKey> => {
  if (judgeKdf(derivation.kdf) !== "ok")
    await expectRefusal("UnacceptableKdf", () => deriveMasterKey(derivation));
  return deriveWithAnyParameters(derivation);
};

export const derivationCases: KnownAnswer[] = [
  ...masterKeys.map((vector) => ({
    name: `master key, ${vector.name}`,
    run: async () => expectSame(toHex(await deriveAndJudge(vector)), vector.masterKeyHex),
  })),

  ...authenticationHashes.map((vector) => ({
    name: `authentication hash, ${vector.name}`,
    async run() {
      const masterKey = await deriveAndJudge(vector);
      expectSame(await deriveAuthenticationHash(masterKey, vector.password), vector.hash);
      if (vector.masterKey) expectSame(toBase64(masterKey), vector.masterKey);
      if (!vector.hashOfTwoRounds) return;
      expectSame(toBase64(await pbkdf2(masterKey, utf8(vector.password), 2)), vector.hashOfTwoRounds);
    },
  })),

  ...vectors.stretchedKeys.map((vector) => ({
    name: `stretched key, ${vector.name}`,
    async run() {
      const key = stretch(fromHex(vector.masterKeyHex) as MasterKey);
      expectSame(toHex(key), vector.encryptionHex + vector.authenticationHex);
    },
  })),

  {
    name: vectors.expansion.name,
    async run() {
      const { keyHex, info, outputHex } = vectors.expansion;
      expectSame(toHex(expand(sha256, fromHex(keyHex), utf8(info), 64)), outputHex);
    },
  },

  {
    name: vectors.fingerprint.name,
    async run() {
      const { material, publicKey, phrase } = vectors.fingerprint;
      expectSame(fingerprintPhrase(material, publicKey as PublicKey), phrase);
    },
  },

  {
    name: vectors.send.name,
    async run() {
      const { seedHex, salt, info, key } = vectors.send;
      const seed = await crypto.subtle.importKey("raw", fromHex(seedHex), "HKDF", false, ["deriveBits"]);
      const parameters = { name: "HKDF", hash: "SHA-256", salt: utf8(salt), info: utf8(info) };
      expectSame(toBase64(new Uint8Array(await crypto.subtle.deriveBits(parameters, seed, 512))), key);
    },
  },
];
