import { expect, test } from "vitest";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";
import { CollectionId } from "@/lib/domain/ids";
import { openClientState, openContent, sealBlueprint } from "@/lib/vault/blueprint";
import { sealCollectionNames } from "@/lib/vault/seal-collection";
import { aClientKey, aProviderKey, somebody } from "@/test/vault";

const content: BlueprintContent = {
  version: 1,
  collections: ["Networks", "Networks/Sites"],
  groups: ["Sales"],
  cells: [{ group: 0, collection: 1, permission: "edit" }],
  switches: {
    limitCollectionCreation: true,
    limitCollectionDeletion: true,
    limitItemDeletion: false,
    allowAdminAccessToAllCollectionItems: true,
  },
  policies: [{ type: "two_step_login", data: null }],
};

test("a blueprint opens as it was sealed, with its provider's key alone", async () => {
  const { vault } = await somebody("brett.warden@provider.example");
  await aProviderKey(vault, "p");
  await aProviderKey(vault, "other");
  const sealed = await sealBlueprint(vault, "p", { name: "Standard", content });
  expect(await openContent(vault, "p", sealed.content)).toEqual(content);
  expect(await vault.openTexts("provider:p", [sealed.name])).toEqual(["Standard"]);
  expect(await openContent(vault, "other", sealed.content)).toBeNull();
});

test.each([
  ["no contents of a blueprint", JSON.stringify({ ...content, version: 2 })],
  ["no JSON", "Standard"],
])("what opens and is %s is not taken", async (_what, text) => {
  const { vault } = await somebody("brett.warden@provider.example");
  await aProviderKey(vault, "p");
  const [sealed] = await vault.sealTexts("provider:p", [text]);
  expect(sealed && (await openContent(vault, "p", sealed))).toBeNull();
});

test("names of a client's collections open, and those that do not are null", async () => {
  const { vault } = await somebody("brett.warden@provider.example");
  const provider = await aProviderKey(vault, "p");
  await aClientKey(vault, "p", "o", provider);
  const [name] = await sealCollectionNames(vault, "o", ["Networks"]);
  const [foreign] = await vault.sealTexts("provider:p", ["Networks"]);
  if (!name || !foreign) throw new Error("a vault seals as many texts as it is given");
  const id = CollectionId.parse("00000000-0000-4000-8000-000000000001");
  const { collections } = await openClientState(vault, "o", {
    collections: [
      { id, name, mayManage: true },
      { id, name: foreign, mayManage: false },
    ],
    groups: [],
    cells: [],
    switches: content.switches,
    policies: [],
    includes: { groups: true, policies: true },
  });
  expect(collections).toEqual([
    { id, name: "Networks", mayManage: true },
    { id, name: null, mayManage: false },
  ]);
});
