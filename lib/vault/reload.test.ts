import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { CannotOpen } from "@/lib/crypto/errors";
import { sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { SymmetricKey } from "@/lib/crypto/types";
import { openAfterReload, sealForReload } from "@/lib/vault/reload";

const whose = { userId: "11111111-1111-4111-8111-111111111111", sessionId: "session-1" };
const userKey = makeSymmetricKey();
const key = toBase64(makeSymmetricKey());

test("both halves together give the user key back, and neither half another's", async () => {
  const sealed = await sealForReload(userKey, key, whose);
  expect(await openAfterReload({ key, sealed }, whose)).toEqual(userKey);
  const otherKey = toBase64(makeSymmetricKey());
  await expect(openAfterReload({ key: otherKey, sealed }, whose)).rejects.toThrow(CannotOpen);
});

test.each([
  ["another account", { ...whose, userId: "22222222-2222-4222-8222-222222222222" }],
  ["another session of the same account", { ...whose, sessionId: "session-2" }],
])("what was kept for one session opens nothing for %s", async (_who, other) => {
  const sealed = await sealForReload(userKey, key, whose);
  await expect(openAfterReload({ key, sealed }, other)).rejects.toThrow(CannotOpen);
});

test("a text that was sealed under the same key for something else opens nothing", async () => {
  const sealed = await sealText(fromBase64(key) as SymmetricKey, toBase64(userKey));
  await expect(openAfterReload({ key, sealed }, whose)).rejects.toThrow(CannotOpen);
});
