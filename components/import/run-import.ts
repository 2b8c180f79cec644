import type { z } from "zod";
import { reach } from "@/components/forms/reach";
import type { ImportItems } from "@/lib/domain/import/inputs";
import { importedAtOnce } from "@/lib/domain/import/limits";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ActionResult, Failure } from "@/lib/http/result";
import { idIn } from "@/lib/import/ids";
import type { ImportReader, Ready } from "@/lib/import/reader";
import { sealItems } from "@/lib/vault/seal-item";
import type { KeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** What goes with one request at most, in characters: the server takes a megabyte. */
const longestPart = 700_000;
/** How many folders come with one request at most: each may be a collection that is to be made. */
const mostFolders = 200;
/** How many items are sealed in one go, so that something moves from the first second on. */
const sealedAtOnce = 100;

export type ImportPart = z.input<typeof ImportItems>;
export type SendPart = (part: ImportPart) => Promise<ActionResult<{ created: number; existed: number }>>;

/** Where items go: a collection for each folder of the file, or a folder of one's own, that is there or is to be made. */
export type Destination = {
  organizationId: string | null;
  organizationKeyId: string | null;
  /** By the path in the file; the empty one is for items in no folder. */
  places: ReadonlyMap<string, { id: string } | { newName: string }>;
};

type Work = {
  importId: string;
  total: number;
  destination: Destination;
  reader: ImportReader;
  vault: Vault;
  send: SendPart;
  signal: AbortSignal;
  /** How many are there by now. */
  tell: (done: number) => void;
};

/**
 * Seals what was chosen of a file and sends it, a part after the other. A part that may have arrived or not is sent again
 * by the next try, and changes nothing then.
 *
 * @returns null when all of it is there; `left` when its page was left before.
 */
export async function runImport(work: Work): Promise<Failure | "left" | null> {
  const { total, reader, vault, destination, signal, tell } = work;
  const ref: KeyRef = destination.organizationId ? `organization:${destination.organizationId}` : "user";
  const places = placesIn(work.importId, destination.places);
  let waiting: Sealed[] = [];
  let size = 0;
  let sent = 0;
  const folders = new Set<string>();
  const flush = async (): Promise<Failure | null> => {
    if (waiting.length === 0) return null;
    const part = await partOf(work, places, waiting);
    const answer = await reach(work.send(part));
    if (!answer.ok) return answer.failure;
    sent += waiting.length;
    waiting = [];
    size = 0;
    folders.clear();
    tell(sent);
    return null;
  };

  for (let at = 0; at < total; at += sealedAtOnce) {
    const ready = await reader.part(at, Math.min(total, at + sealedAtOnce));
    const sealed = await sealItems(
      vault,
      ref,
      ready.map(({ item }) => item),
    );
    const made = ready.flatMap((each, index) => (sealed[index] ? [{ ...each, sealed: sealed[index] }] : []));
    for (const each of made) {
      const length = JSON.stringify(each.sealed).length + 200;
      const isFull = waiting.length === importedAtOnce || folders.size > mostFolders;
      if (isFull || size + length > longestPart) {
        const failure = await flush();
        if (failure) return failure;
      }
      waiting.push(each);
      for (const path of each.folders.length > 0 ? each.folders : [""]) folders.add(path);
      size += length;
    }
    if (signal.aborted) return "left";
  }
  return flush();
}

type Sealed = Ready & { sealed: SealedItem };
type Places = Map<string, { id: string; newName: string | null }>;

/** Where each folder of the file goes. What is to be made has an id that follows from its name and the import. */
export const placesIn = (importId: string, places: Destination["places"]): Places =>
  new Map(
    [...places].map(([path, to]) => [
      path,
      "id" in to
        ? { id: to.id, newName: null }
        : { id: idIn(importId, `collection ${to.newName}`), newName: to.newName },
    ]),
  );

async function partOf(work: Work, places: Places, items: readonly Sealed[]): Promise<ImportPart> {
  const { importId, vault } = work;
  const { organizationId, organizationKeyId } = work.destination;
  const into: string[] = [];
  const names = new Map<string, string>();
  const idsOf = (folders: readonly string[]) => {
    const found = folders.flatMap((path) => places.get(path) ?? []);
    for (const { id, newName } of found) if (newName !== null) names.set(id, newName);
    return [...new Set(found.map(({ id }) => id))];
  };
  const placeOf = (id: string) => {
    const at = into.indexOf(id);
    return at >= 0 ? at : into.push(id) - 1;
  };
  const placed = items.map(({ itemId, folders, reprompt, isFavorite, isArchived, sealed }) => {
    const ids = idsOf(folders.length > 0 ? folders : [""]);
    const where = organizationId
      ? { in: ids.map(placeOf) }
      : // One's own vault has one folder for each item.
        { in: [], folderId: ids[0] ?? null };
    return { itemId, ...where, reprompt, isFavorite, isArchived, ...sealed };
  });
  const ref: KeyRef = organizationId ? `organization:${organizationId}` : "user";
  const sealedNames = await vault.sealTexts(ref, [...names.values()]);
  const made = [...names.keys()].map((id, at) => ({ id, name: sealedNames[at] ?? "" }));
  return {
    importId,
    organizationId,
    organizationKeyId,
    collections: organizationId ? made.map(({ id, name }) => ({ collectionId: id, name })) : [],
    folders: organizationId ? [] : made.map(({ id, name }) => ({ folderId: id, name })),
    into,
    items: placed,
  };
}
