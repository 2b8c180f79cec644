import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { keyIdOf } from "@/db/seed/client";
import type { Persona } from "@/db/seed/persona";
import type { CollectionId, ItemId, OrganizationId } from "@/lib/domain/ids";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { emptyLists, type OpenItem } from "@/lib/vault/item";
import { sealItem } from "@/lib/vault/seal-item";

type KeptIn = { organizationId: OrganizationId; collectionIds: CollectionId[] } | "own vault";

/** Puts an item into somebody's own vault, or into an organization's collections. Gives what was kept. */
export async function seedItem<Item extends OpenItem>(
  db: Database,
  persona: Persona,
  keptIn: KeptIn,
  item: Item,
): Promise<SealedItem<Item["type"]> & { itemId: ItemId; revisedAt: Date }> {
  const ref = keptIn === "own vault" ? "user" : (`organization:${keptIn.organizationId}` as const);
  const { actor, vault } = persona;
  const sealed = await sealItem(vault, ref, item);
  const { itemId, revisedAt } = await execute(db, createItem, actor, {
    itemId: randomUUID(),
    ...(keptIn === "own vault"
      ? { organizationId: null, organizationKeyId: null, collectionIds: [] }
      : { ...keptIn, organizationKeyId: await keyIdOf(persona, keptIn.organizationId) }),
    ...sealed,
  });
  return { ...sealed, itemId, revisedAt };
}

/** A login with a random password. */
export async function seedLogin(
  db: Database,
  persona: Persona,
  keptIn: KeptIn,
  { name, username, site }: { name: string; username: string; site: string },
): Promise<void> {
  await seedItem(db, persona, keptIn, {
    type: "login",
    name,
    notes: null,
    ...emptyLists,
    data: {
      username,
      password: randomBytes(15).toString("base64url"),
      totp: null,
      uris: [{ uri: site, match: null }],
    },
  });
}
