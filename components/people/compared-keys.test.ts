import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { comparedAmong, withRecord } from "@/components/people/compared-keys";
import type { EncString } from "@/lib/crypto/types";
import { somebody } from "@/test/vault";

const [mia, tess] = [randomUUID(), randomUUID()];

/** Brett, and the public keys of two others. */
async function people() {
  const [brett, one, another] = await Promise.all(
    ["brett", "mia", "tess"].map((name) => somebody(`${name}@cobalt.example`)),
  );
  if (!brett || !one || !another) throw new Error("three people");
  return { brett, hers: one.keys.publicKey, another: another.keys.publicKey };
}

test("a key that was compared is known, and another of the same person or the same of another is not", async () => {
  const { brett, hers, another } = await people();
  const { record: comparedPublicKey } = await brett.vault.rememberCompared({ userId: mia, publicKey: hers });
  const compared = (userId: string, publicKey: typeof hers) =>
    comparedAmong(brett.vault, [{ userId, publicKey, comparedPublicKey }]);
  expect(await compared(mia, hers)).toEqual(new Set([mia]));
  expect(await compared(mia, another)).toEqual(new Set());
  expect(await compared(tess, hers)).toEqual(new Set());
});

test("what another account has compared, and what nobody has written, counts as nothing", async () => {
  const { brett, hers } = await people();
  const { vault: server } = await somebody("server@cobalt.example");
  const { record } = await server.rememberCompared({ userId: mia, publicKey: hers });
  const [note = "" as EncString] = await brett.vault.sealTexts("user", ["a note"]);
  for (const comparedPublicKey of [record, note, "nonsense" as EncString, null])
    expect(await comparedAmong(brett.vault, [{ userId: mia, publicKey: hers, comparedPublicKey }])).toEqual(
      new Set(),
    );
});

test("that a key was sealed for does not say that nobody has to compare it again", async () => {
  const { brett, hers } = await people();
  const recipient = { userId: mia, publicKey: hers, knownPublicKey: null };
  const { known } = await brett.vault.sealKeyFor("user", recipient);
  const person = { userId: mia, publicKey: hers, comparedPublicKey: known?.record ?? null };
  expect(withRecord([person])).toEqual([person]);
  expect(await comparedAmong(brett.vault, [person])).toEqual(new Set());
});
