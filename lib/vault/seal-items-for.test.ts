import { expect, test } from "vitest";
import type { EncString } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import { openItems, openSecrets } from "@/lib/vault/open-items";
import { sealItem, sealItemsFor } from "@/lib/vault/seal-item";
import { aClientKey, aLogin, aProviderKey, somebody } from "@/test/vault";

test("items come into an organization whole, under fresh keys, with what other programs have written", async () => {
  const { vault } = await somebody("betty@cobalt.example");
  const organizationId = "cobalt";
  await aClientKey(vault, "provider", organizationId, await aProviderKey(vault, "provider"));
  const [text] = await vault.sealTexts("user", ["of a newer program"]);
  const login = await sealItem(vault, "user", aLogin("Firewall"));
  const newer = (await vault.resealItem("user", login.key, { newer: "of a newer program" })).newer;
  const own: SealedItem = {
    ...login,
    data: { ...login.data, newer, favourite: 3 } as SealedItem<"login">["data"],
  };
  const strange: SealedItem = { ...login, name: text as EncString };

  const [shared, notWhole] = await sealItemsFor(vault, organizationId, [own, strange]);
  expect(notWhole).toBe(null);
  if (!shared) throw new Error("it opens");
  expect(shared.key).not.toBe(own.key);
  const ref = `organization:${organizationId}` as const;
  const [row] = await openItems(vault, ref, [{ id: "1", ...shared }]);
  expect(row?.damage).toEqual([]);
  if (!row) throw new Error("it opens");
  expect(await openSecrets(vault, ref, shared.key, row.content)).toMatchObject(aLogin("Firewall"));
  expect(shared.data).toMatchObject({ favourite: 3 });
  const reads = await vault.openItems(ref, [
    { key: shared.key, open: { newer: Reflect.get(shared.data, "newer") }, check: {} },
  ]);
  expect(reads).toMatchObject([{ ok: true, texts: { newer: "of a newer program" } }]);
  // Whoever gets the organization's copy of the key opens nothing that was kept of it before.
  const before = await vault.openItems("user", [{ key: shared.key, open: {}, check: {} }]);
  expect(before).toMatchObject([{ ok: false }]);
});
