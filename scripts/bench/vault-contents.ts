import { randomUUID } from "node:crypto";
import { compactForm, compactItems, inParts, type ListedItem } from "@/lib/domain/item/compact";
import { toWire } from "@/lib/http/wire";
import { makeKeyring } from "@/lib/vault/keyring";
import { aSealedRow, kdf, passwordOf } from "@/test/vault";

/** A vault of logins as the server answers with it, and what opens it. */
export async function makeVault(count: number) {
  const vault = makeKeyring();
  const master = { ...passwordOf("brett@provider.example"), kdf };
  const { authenticationHash: _, ...keys } = await vault.makeAccount(master);
  const items: ListedItem[] = [];
  for (let i = 0; i < count; i++) items.push(await aSealedRow(vault, `Backup server ${(i * 7919) % count}`));
  const contents = {
    form: compactForm,
    memberships: [],
    collections: [],
    folders: [],
    owed: [],
    compact: inParts(compactItems(items, [])),
  };
  const answer = toWire({ ok: true, result: { revision: "1", contents } });
  return { answer, opening: { userId: randomUUID(), master, keys } };
}
