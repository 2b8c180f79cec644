import { type Destination, placesIn } from "@/components/import/run-import";
import { graphemes } from "@/lib/domain/graphemes";
import { bytesWithin } from "@/lib/domain/sealed";

/** What was chosen for each folder: the id of a collection, "new", or nothing yet. */
export type Placed = ReadonlyMap<string, string>;

type Folder = { path: string; items: number };
type Collection = { id: string; name: string };

/** Characters of a collection's name as people count them, and once it is sealed. */
const longestName = 100;
const sealedName = 1000;

/** A name as a collection or a folder can have it. One letter with its marks may be of any length, so bytes count too. */
function fitting(name: string): string {
  const cut = graphemes(name).slice(0, longestName).join("");
  const { read } = new TextEncoder().encodeInto(cut, new Uint8Array(bytesWithin(sealedName)));
  return cut.slice(0, read);
}

/** Each folder goes to the collection that is called like it, or to a new one where some can be made. */
export function firstPlaces(
  folders: readonly Folder[],
  collections: readonly Collection[],
  mayMakeCollections: boolean,
): Placed {
  const byName = new Map(collections.map(({ id, name }) => [name.toLowerCase(), id]));
  const [only] = collections;
  const otherwise = mayMakeCollections ? "new" : collections.length === 1 && only ? only.id : "";
  return new Map(
    folders.map(({ path }) => [
      path,
      byName.get(fitting(path).toLowerCase()) ?? (path === "" && only ? only.id : otherwise),
    ]),
  );
}

export const isPlaced = (folders: readonly Folder[], placed: Placed): boolean =>
  folders.every(({ path, items }) => items === 0 || placed.get(path));

/** @param unfoldered what the collection for items without a folder is called. */
export const destinationsOf = (placed: Placed, unfoldered: string): Destination["places"] =>
  new Map(
    [...placed].map(([path, to]) => [
      path,
      to === "new" ? { newName: fitting(path || unfoldered) } : { id: to },
    ]),
  );

/** Each folder goes to the one of one's own that is called like it, or to a new one. What is in none stays in none. */
export const ownPlaces = (folders: readonly Folder[], own: readonly Collection[]): Placed =>
  firstPlaces(
    folders.filter(({ path }) => path !== ""),
    own,
    true,
  );

/**
 * What was chosen for an import that has begun, where it can go there still: to what is there, or to what comes under the
 * id that something new has in it.
 *
 * @param first what is chosen otherwise, with the folders in their order.
 */
export function placesAgain(
  first: Placed,
  { importId, into }: { importId: string; into: readonly string[] },
  collections: readonly Collection[],
  unfoldered: string,
): Placed {
  const there = new Set(collections.map(({ id }) => id));
  const anew = placesIn(
    importId,
    destinationsOf(new Map([...first].map(([path]) => [path, "new"])), unfoldered),
  );
  const again = [...first].map(([path], at) => {
    const id = into[at] ?? "";
    return [path, id === "" || there.has(id) ? id : anew.get(path)?.id === id ? "new" : null] as const;
  });
  const found = again.flatMap(([path, to]) => (to === null ? [] : [[path, to] as const]));
  return found.length === first.size ? new Map(found) : first;
}
