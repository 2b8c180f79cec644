import { beforeEach, expect, test, vi } from "vitest";
import { Cancelled } from "@/components/forms/cancelled";
import {
  type CreationOptions,
  evaluateWithPasskey,
  makePasskey,
  type SigningOptions,
} from "@/components/vault/passkey-device";

const challenge = "AAAA";
const creation: CreationOptions = {
  challenge,
  rp: { name: "Trousseau", id: "keys.provider.example" },
  user: { id: "AAAA", name: "brett.warden@provider.example", displayName: "" },
  pubKeyCredParams: [{ type: "public-key", alg: -7 }],
};
const signing: SigningOptions = { challenge, rpId: "keys.provider.example" };

/** What the browser's own part answers, or throws. */
const credentials = { create: vi.fn(), get: vi.fn() };

beforeEach(() => {
  vi.stubGlobal("PublicKeyCredential", class {});
  vi.stubGlobal("navigator", { credentials });
  return () => vi.unstubAllGlobals();
});

/** A signature, and what was evaluated with it. */
const signed = (results: object) => ({
  id: "AAAA",
  rawId: new ArrayBuffer(3),
  type: "public-key",
  response: {
    clientDataJSON: new ArrayBuffer(1),
    authenticatorData: new ArrayBuffer(1),
    signature: new ArrayBuffer(1),
  },
  getClientExtensionResults: () => results,
});

test("an authenticator that has a passkey of this account already is told apart from one that fails", async () => {
  credentials.create.mockRejectedValueOnce(new DOMException("", "InvalidStateError"));
  expect(await makePasskey(creation)).toEqual({ ok: false, failure: { code: "passkey_known" } });
  credentials.create.mockRejectedValueOnce(new DOMException("", "UnknownError"));
  expect(await makePasskey(creation)).toEqual({ ok: false, failure: { code: "wrong_passkey" } });
  credentials.create.mockRejectedValueOnce(new DOMException("", "NotAllowedError"));
  await expect(makePasskey(creation)).rejects.toThrow(Cancelled);
});

test("a passkey that evaluates nothing unlocks nothing, and what one evaluates is not sent", async () => {
  credentials.get.mockResolvedValueOnce(signed({}));
  const failure = { code: "passkey_evaluates_nothing" };
  expect(await evaluateWithPasskey(signing)).toEqual({ ok: false, failure });
  credentials.get.mockResolvedValueOnce(
    signed({ prf: { results: { first: new Uint8Array([7, 8]).buffer } } }),
  );
  const answer = await evaluateWithPasskey(signing);
  expect(answer).toMatchObject({
    ok: true,
    result: { evaluated: new Uint8Array([7, 8]), signature: { clientExtensionResults: {} } },
  });
});
