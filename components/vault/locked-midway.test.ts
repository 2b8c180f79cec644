import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { openCollectionName, openCollectionNames } from "@/components/collections/open-collection-names";
import { openCollectionItems } from "@/components/items/open-collection-items";
import { openVault } from "@/components/items/open-vault";
import type { Open } from "@/components/vault/open-once";
import { CollectionId, ItemId, OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { emptyLists } from "@/lib/vault/item";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { aClientKey, aProviderKey, recipient, somebody } from "@/test/vault";

const organizationId = OrganizationId.parse(randomUUID());
const ref = `organization:${organizationId}` as const;
const collectionId = CollectionId.parse(randomUUID());

let betty: Awaited<ReturnType<typeof somebody>>;
let sealed: Awaited<ReturnType<typeof sealEverything>>;

beforeAll(async () => {
  betty = await somebody("betty@cobalt.example");
  sealed = await sealEverything(betty.vault);
});

async function sealEverything(vault: Vault) {
  const { served } = await aClientKey(vault, "1", organizationId, await aProviderKey(vault, "1"));
  const { sealed: organizationKeyForMember } = await vault.sealKeyFor(ref, recipient("betty", betty.keys));
  const organizationKeyId = OrganizationKeyId.parse(served.organizationKeyId);
  const bank = { username: null, password: "secret", totp: null, uris: [] };
  const login = await sealItem(vault, ref, {
    type: "login",
    name: "Bank",
    notes: null,
    ...emptyLists,
    data: bank,
  });
  const may = { edit: true, delete: true, reveal: true, assign: true };
  const item = {
    id: ItemId.parse(randomUUID()),
    organizationId,
    createdAt: new Date(),
    revisedAt: new Date(),
    may,
    reprompt: "none" as const,
    deletedAt: null,
    archivedAt: null,
    isFavorite: false,
    folderId: null,
    collectionIds: [],
    ...login,
  };
  const name = await sealCollectionName(vault, organizationId, "Networks");
  const key = { ...served, kind: "member" as const, organizationKeyForMember, organizationKeyId };
  const getKey = async () => ({ ok: true, result: key }) as const;
  return {
    vault: {
      userId: randomUUID(),
      folders: [],
      memberships: [
        {
          ...key,
          organizationId,
          name: "Cobalt",
          status: "confirmed" as const,
          mayMakeCollections: false,
        },
      ],
      collections: [
        {
          id: collectionId,
          organizationId,
          name,
          isOwn: false,
          mayEdit: true,
          may: { manage: false, delete: false },
        },
      ],
      entries: [{ itemId: item.id, collectionId }],
      items: [item, { ...item, id: ItemId.parse(randomUUID()), organizationId: null }],
    },
    items: {
      ...{ organizationId, owner: "Cobalt", color: "red", getKey },
      items: [item],
      collections: [{ id: collectionId, name }],
    },
    names: { organizationId, getKey, rows: [{ id: collectionId, name }] },
  };
}

/** The vault, which locks just before it would answer its question number `which`; and how many it was asked. */
function locking(vault: Vault, which: number) {
  const asked = { count: 0 };
  const watched = new Proxy(vault, {
    get: (target, name) => {
      const question = Reflect.get(target, name);
      return async (...given: unknown[]) => {
        asked.count += 1;
        if (asked.count === which) await target.lock();
        return Reflect.apply(question, target, given);
      };
    },
  });
  return { watched, asked };
}

/** A vault without the organization's key, as it is just after unlocking. */
async function freshlyUnlocked(): Promise<Vault> {
  await betty.vault.unlock(betty.master, betty.keys);
  return betty.vault;
}

describe("a vault that locks in the middle of opening many things says so, and calls none of them damaged", () => {
  const opened = <Sealed extends object, Opened>(what: Sealed, open: Open<Sealed, Opened>) => ({
    run: (vault: Vault) => open(vault, what),
  });

  test.each([
    ["a person's vault", () => opened(sealed.vault, (vault, contents) => openVault(vault, contents))],
    ["a collection's items", () => opened(sealed.items, openCollectionItems)],
    ["the names of collections", () => opened(sealed.names, openCollectionNames)],
    ["one collection's name", () => opened(sealed.names, openCollectionName)],
  ])("%s", async (_what, prepare) => {
    const { run } = prepare();
    const { watched, asked } = locking(await freshlyUnlocked(), 0);
    await run(watched);
    const questions = asked.count;
    expect(questions).toBeGreaterThan(1);
    for (let which = 1; which <= questions; which++) {
      const { watched: locks } = locking(await freshlyUnlocked(), which);
      const outcome = await run(locks).catch((error: unknown) => error);
      expect(outcome, `question ${which}`).toMatchObject({ name: "VaultError", code: "locked" });
    }
  });
});
