import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { defaultKdf } from "@/lib/domain/kdf";
import { VaultError } from "@/lib/vault/errors";
import { makeKeyring } from "@/lib/vault/keyring";

const userId = "8c2a6f0e-3d4b-4b7e-9a53-5f0f6f6d7a10";
const of = { userId, credentialId: "cGFzc2tleQ" };
const evaluated = () => new Uint8Array(randomBytes(32));
const problem = (code: string) => expect.objectContaining({ code });

async function brett() {
  const vault = makeKeyring();
  const master = {
    email: "brett.warden@provider.example",
    password: "brass key on a paper ring",
    kdf: defaultKdf,
  };
  const { authenticationHash: _, userKeyForAccount: _key, ...keys } = await vault.makeAccount(master);
  return { vault, keys };
}

test("what a passkey evaluates opens the vault, elsewhere too, and nothing else does", async () => {
  const { vault, keys } = await brett();
  const secret = evaluated();
  const userKeyForPasskey = await vault.sealForPasskey(of, secret);
  const [sealed] = await vault.sealTexts("user", ["still mine"]);
  const elsewhere = makeKeyring();
  await elsewhere.unlockWithPasskey(of, secret, { ...keys, userKeyForPasskey });
  expect(await elsewhere.openTexts("user", sealed ? [sealed] : [])).toEqual(["still mine"]);

  const opening = { ...keys, userKeyForPasskey };
  await expect(elsewhere.unlockWithPasskey(of, evaluated(), opening)).rejects.toEqual(problem("cannot_open"));
  expect(await elsewhere.holds("user")).toBe(false);
  const short = elsewhere.unlockWithPasskey(of, secret.slice(0, 16), opening);
  await expect(short).rejects.toBeInstanceOf(VaultError);
});

test.for([{ credentialId: "YW5vdGhlcg" }, { userId: "00000000-0000-4000-8000-000000000000" }])(
  "what was sealed for one passkey of one account opens for no other: %o",
  async (other) => {
    const { vault, keys } = await brett();
    const secret = evaluated();
    const userKeyForPasskey = await vault.sealForPasskey(of, secret);
    const opening = vault.unlockWithPasskey({ ...of, ...other }, secret, { ...keys, userKeyForPasskey });
    await expect(opening).rejects.toEqual(problem("cannot_open"));
  },
);

test("another account's key pair is not taken with it", async () => {
  const { vault, keys } = await brett();
  const secret = evaluated();
  const userKeyForPasskey = await vault.sealForPasskey(of, secret);
  const { publicKey } = (await brett()).keys;
  const opening = vault.unlockWithPasskey(of, secret, { ...keys, publicKey, userKeyForPasskey });
  await expect(opening).rejects.toEqual(problem("cannot_open"));
});

test("a locked vault seals nothing for a passkey", async () => {
  await expect(makeKeyring().sealForPasskey(of, evaluated())).rejects.toEqual(problem("locked"));
});
