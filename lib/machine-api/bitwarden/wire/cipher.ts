import type { CollectionId } from "@/lib/domain/ids";
import type { Entry, ListedItem } from "@/lib/domain/item/compact";
import { reprompts } from "@/lib/domain/item/sealed-item";
import { fieldNumbers } from "@/lib/domain/item/shapes";
import { dataOnWire, itemNumbers } from "@/lib/domain/item/types";
import { dateOf } from "@/lib/machine-api/bitwarden/wire/values";

type CipherObject = "cipher" | "cipherDetails" | "cipherMini";

/** Each type of item has a part of its own, and those of the others are there and null. Protocol chapter 5.5. */
const noData = Object.fromEntries(Object.values(dataOnWire).map((name) => [name, null]));

/** An item as apps read it. Protocol chapter 5.5. */
export function cipherOf(
  item: ListedItem,
  collectionIds: readonly CollectionId[],
  object: CipherObject = "cipherDetails",
) {
  return {
    object,
    id: item.id,
    organizationId: item.organizationId,
    folderId: item.folderId,
    type: itemNumbers[item.type],
    data: null,
    name: item.name,
    notes: item.notes,
    ...noData,
    [dataOnWire[item.type]]: dataOf(item),
    // Apps of some languages read no item at all where one of these is not there.
    fields: orNull(item.fields.map((field) => ({ ...field, type: field.type ?? fieldNumbers.text }))),
    passwordHistory: orNull(
      item.passwordHistory
        .filter(({ password }) => password !== null)
        .map((former) => ({ ...former, lastUsedDate: former.lastUsedDate ?? longAgo })),
    ),
    attachments: [],
    organizationUseTotp: true,
    revisionDate: dateOf(item.revisedAt),
    creationDate: dateOf(item.createdAt),
    deletedDate: dateOf(item.deletedAt),
    archivedDate: dateOf(item.archivedAt),
    reprompt: reprompts.indexOf(item.reprompt),
    key: item.key,
    favorite: item.isFavorite,
    edit: item.may.edit,
    viewPassword: item.may.reveal,
    permissions: { delete: item.may.delete, restore: item.may.delete },
    collectionIds: [...collectionIds],
  };
}

const longAgo = "1970-01-01T00:00:00.000Z";

/**
 * An SSH key that is not whole ends some apps as they read it, so they are not told of one. They would also send it back
 * without what they did not understand.
 */
const isReadable = ({ type, data }: ListedItem) => type !== "ssh_key" || !Object.values(data).includes(null);

/** Several items, each with the collections that it is in. */
export function ciphersOf(
  { items, entries }: { items: readonly ListedItem[]; entries: readonly Entry[] },
  object?: CipherObject,
) {
  const within = new Map<string, CollectionId[]>();
  for (const { itemId, collectionId } of entries) {
    const known = within.get(itemId);
    if (known) known.push(collectionId);
    else within.set(itemId, [collectionId]);
  }
  return items.filter(isReadable).map((item) => cipherOf(item, within.get(item.id) ?? [], object));
}

/** What apps look for in an item although we keep nothing of it; what another app has written there takes its place. */
function dataOf(item: ListedItem): object {
  if (item.type === "secure_note") return { type: 0, ...item.data };
  if (item.type !== "login") return item.data;
  const { uris, ...login } = item.data;
  return {
    uri: uris[0]?.uri ?? null,
    uris: orNull(uris),
    ...{ passwordRevisionDate: null, autofillOnPageLoad: null, fido2Credentials: null },
    ...login,
  };
}

const orNull = <Entry>(list: readonly Entry[]) => (list.length > 0 ? list : null);
