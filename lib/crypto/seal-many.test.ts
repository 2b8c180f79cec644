import { expect, test } from "vitest";
import { openItems } from "@/lib/crypto/batch";
import { sealItems } from "@/lib/crypto/seal-many";
import { openBytes, openText } from "@/lib/crypto/symmetric";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";

const text = (size: number) => "aé🗝".repeat(size).slice(0, size);

test("what is sealed by the hundred opens one by one, and by the hundred", async () => {
  const key = makeSymmetricKey();
  const items = Array.from({ length: 120 }, (_, at) => ({
    name: text(at),
    password: `p${at}`,
    notes: text(2000),
  }));
  const sealed = sealItems(key, items);
  for (const [at, item] of sealed.entries()) {
    const itemKey = asSymmetricKey(await openBytes(key, item.key));
    for (const [name, given] of Object.entries(items[at] ?? {}))
      expect(await openText(itemKey, item.texts[name] ?? ("" as never))).toBe(
        new TextDecoder().decode(new TextEncoder().encode(given)),
      );
  }
  const opened = openItems(
    key,
    sealed.map((item) => ({ key: item.key, open: item.texts, check: {} })),
  );
  expect(opened.every((item) => item.ok)).toBe(true);
});

test("nothing is sealed twice in one way", () => {
  const key = makeSymmetricKey();
  const sealed = sealItems(
    key,
    Array.from({ length: 3000 }, () => ({ a: "same", b: "same" })),
  );
  const all = sealed.flatMap(({ key: own, texts }) => [own, ...Object.values(texts)]);
  expect(new Set(all.map((each) => each.split("|")[0])).size).toBe(all.length);
  expect(new Set(all).size).toBe(all.length);
});
