import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { matching } from "@/components/items/matches";
import { type OpenedVault, openVault, type VaultContents } from "@/components/items/open-vault";
import { type Open, openOnce } from "@/components/vault/open-once";
import { CollectionId, ItemId, OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { defaultKdf } from "@/lib/domain/kdf";
import { makeKeyring } from "@/lib/vault/keyring";
import { openItems } from "@/lib/vault/open-items";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { resealItem, sealItem } from "@/lib/vault/seal-item";
import { sealedText } from "@/test/people";
import {
  aClientKey,
  aLogin,
  aProviderKey,
  aSealedRow,
  countingVault,
  recipient,
  somebody,
} from "@/test/vault";

const openAll: Open<VaultContents, OpenedVault> = (vault, sealed, last) => openVault(vault, sealed, last);

test("a vault opens owner by owner, and what cannot be opened costs no other row", async () => {
  const vault = makeKeyring();
  const kdf = { ...defaultKdf };
  const keys = await vault.makeAccount({
    email: "betty@cobalt.example",
    password: "long enough",
    kdf,
  });
  const organizationId = OrganizationId.parse(randomUUID());
  const ref = `organization:${organizationId}` as const;
  const { served } = await aClientKey(vault, "1", organizationId, await aProviderKey(vault, "1"));
  const { sealed: organizationKeyForMember } = await vault.sealKeyFor(ref, recipient("betty", keys));
  const organizationKeyId = OrganizationKeyId.parse(served.organizationKeyId);
  const collectionId = CollectionId.parse(randomUUID());
  const [own, shared, broken] = [randomUUID(), randomUUID(), randomUUID()].map((id) => ItemId.parse(id));
  if (!own || !shared || !broken) throw new Error("three ids");
  const [all, nothing] = [true, false].map((may) => ({ edit: may, delete: may, reveal: may, assign: may }));
  if (!all || !nothing) throw new Error("two answers");
  const unmarked = {
    reprompt: "none" as const,
    deletedAt: null,
    archivedAt: null,
    isFavorite: false,
    folderId: null,
  };
  const row = { createdAt: new Date(), revisedAt: new Date(), may: nothing, ...unmarked };
  const making = { mayMakeCollections: false };
  const membership = { name: "Cobalt", status: "confirmed" as const, ...making };
  const sealed: VaultContents = {
    userId: randomUUID(),
    folders: [],
    memberships: [{ ...membership, ...served, organizationId, organizationKeyId, organizationKeyForMember }],
    collections: [
      {
        id: collectionId,
        organizationId,
        name: await sealCollectionName(vault, organizationId, "Networks"),
        isOwn: false,
        mayEdit: false,
        may: { manage: false, delete: false },
      },
    ],
    entries: [shared, broken].map((itemId) => ({ itemId, collectionId })),
    items: [
      {
        ...row,
        id: broken,
        organizationId,
        ...(await sealItem(vault, ref, aLogin("x"))),
        key: sealedText(5),
      },
      { ...row, id: shared, organizationId, ...(await sealItem(vault, ref, aLogin("Pare-feu Évry"))) },
      { ...row, may: all, id: own, organizationId: null, ...(await sealItem(vault, "user", aLogin("Bank"))) },
    ],
  };

  const { items, collections } = await openVault(vault, sealed);
  expect(items.map(({ content }) => content?.name)).toEqual(["Bank", "Pare-feu Évry", undefined]);
  expect(items.map(({ may }) => may)).toEqual([all, nothing, nothing]);
  expect(items[1]?.keptIn).toMatchObject({ owner: "Cobalt", collections: ["Networks"] });
  expect(collections).toMatchObject([{ name: "Networks", mayEdit: false }]);
  const found = (search: string) => matching(items, search).length;
  expect([found(""), found("evry pare"), found("10.20"), found("nothing")]).toEqual([3, 1, 2, 0]);
});

test("notes of an item that asks for the master password are no way to find it", async () => {
  const { vault } = await somebody("noted@client.example");
  const noted = async (name: string, reprompt: "none" | "password") => ({
    ...(await aSealedRow(vault, name)),
    ...(await sealItem(vault, "user", { ...aLogin(name), notes: "Vault 7" })),
    reprompt,
  });
  const items = [await noted("Bank", "none"), await noted("Safe", "password")];
  const around = { memberships: [], collections: [], folders: [], entries: [], userId: randomUUID() };
  const opened = await openVault(vault, { ...around, items });
  const found = (search: string) => matching(opened.items, search).map(({ content }) => content?.name);
  expect([found("vault"), found("safe")]).toEqual([["Bank"], ["Safe"]]);
});

test("an organization whose key is another than the one known is named, and nothing of it is opened", async () => {
  const { vault, keys } = await somebody("betty@cobalt.example");
  const { vault: server } = await somebody("server@cobalt.example");
  const organizationId = OrganizationId.parse(randomUUID());
  const ref = `organization:${organizationId}` as const;
  await aClientKey(vault, "1", organizationId, await aProviderKey(vault, "1"));
  await vault.drop(ref);
  const { served } = await aClientKey(server, "2", organizationId, await aProviderKey(server, "2"));
  const { sealed: organizationKeyForMember } = await server.sealKeyFor(ref, recipient("betty", keys));
  const collectionId = CollectionId.parse(randomUUID());
  const membership = {
    ...served,
    organizationKeyId: OrganizationKeyId.parse(served.organizationKeyId),
    knownOrganizationKey: null,
    name: "Cobalt",
    status: "confirmed" as const,
    mayMakeCollections: false,
    organizationId,
    organizationKeyForMember,
  };
  const name = await sealCollectionName(server, organizationId, "Networks");
  const item = { ...(await aSealedRow(server, "Bank")), organizationId };
  const sealed = {
    userId: randomUUID(),
    folders: [],
    memberships: [membership],
    collections: [
      {
        id: collectionId,
        organizationId,
        name,
        isOwn: true,
        mayEdit: true,
        may: { manage: false, delete: false },
      },
    ],
    entries: [],
    items: [item],
  };
  const [own] = await openItems(server, "user", [item]);
  if (!own) throw new Error("it opens for whoever has sealed it");
  const kept = { ...own, content: own.content, searched: "bank" };
  const onDevice = { contents: new Map([[item, kept]]), order: [0] };
  for (const opened of [
    await openVault(vault, sealed),
    await openVault(vault, sealed, undefined, { kept: onDevice }),
  ])
    expect(opened).toMatchObject({
      refusedKeys: [{ organizationId, name: "Cobalt", problem: "key_differs" }],
      collections: [{ name: null }],
      items: [{ content: null, searched: null }],
    });
  await expect(sealCollectionName(vault, organizationId, "New")).rejects.toMatchObject({
    code: "unknown_key",
  });
});

test("a page opens no secret, and after a save the changed row alone", async () => {
  const { vault } = await somebody("betty@cobalt.example");
  const { watched, read } = countingVault(vault);
  const items = await Promise.all(["Bank", "Mail", "Phone"].map((name) => aSealedRow(vault, name)));
  const contents = (rows: typeof items): VaultContents =>
    structuredClone({
      userId: randomUUID(),
      memberships: [],
      folders: [],
      collections: [],
      entries: [],
      items: rows,
    });
  const openings = openOnce(watched);
  await openings.opened(contents(items), openAll);
  expect(read()).toEqual({ items: 3, secrets: 0 });

  const [bank, ...others] = items;
  if (!bank) throw new Error("three items");
  const changed = { ...bank, ...(await resealItem(vault, "user", bank.key, aLogin("New bank"))) };
  const after = await openings.opened(contents([changed, ...others]), openAll);
  expect(read()).toEqual({ items: 1, secrets: 0 });
  expect(after.ok && after.opened.items.map(({ content }) => content?.name)).toEqual([
    "Mail",
    "New bank",
    "Phone",
  ]);
});
