import type { OpenedTexts } from "@/lib/crypto/batch";
import type { EncString } from "@/lib/crypto/types";
import { uriChecksum } from "@/lib/crypto/uri-checksum";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ItemType } from "@/lib/domain/item/types";
import type { ShownItem } from "@/lib/vault/item";
import { type SealedText, shownFrom } from "@/lib/vault/item-codec";

/**
 * Something of an item that is not as it was sealed. `damaged`: its ciphertext does not open. `moved`: it opens,
 * and was sealed for another part. `copied`: another item has the same key, so that one of the two was put
 * together from parts of the other. `part` has the names of the shapes; entries of a list are counted from 1.
 */
export type Damage =
  | { part: string; number?: number; what: "damaged" | "moved" }
  | { part: "item"; what: "copied" };

/** An item as a page shows it, and what of it is not as it was sealed. */
export type ReadItem<Type extends ItemType = ItemType> = {
  content: ShownItem<Type>;
  damage: readonly Damage[];
};

type Texts = Extract<OpenedTexts, { ok: true }>;
type What = "damaged" | "moved" | null;

/** The ciphertexts of a list's entry, and what is wrong with them together. */
type Entry = NonNullable<SealedText["entry"]> & { texts: SealedText[]; what: What };

/**
 * Puts opened texts where they belong, without those that are damaged or moved, and says which those are. A secret
 * stays sealed; whether it opens is known all the same. `all` are the item's sealed texts.
 */
export function readItem(
  item: SealedItem,
  all: readonly SealedText[],
  { texts, broken }: Texts,
): ReadItem & { hasStrangers: boolean } {
  const text = ({ path }: SealedText) => texts[path] ?? null;
  const isDamaged = ({ path }: SealedText) => texts[path] === null || broken.includes(path);
  const twice = repeated(all.map(({ sealed }) => sealed));
  const isTwice = ({ sealed }: SealedText) => twice.has(sealed);
  const beside = new Map(all.map((each) => [each.path, each]));
  const checksumBeside = ({ path }: SealedText) => {
    const checksum = beside.get(`${path}Checksum`);
    return checksum ? text(checksum) : null;
  };
  const isGenuine = (checked: SealedText) => uriChecksum(text(checked) ?? "") === checksumBeside(checked);

  const entries = entriesOf(all).map((entry): Entry => {
    const isMoved = entry.texts.some((each) => isTwice(each) || (each.is === "checked" && !isGenuine(each)));
    return { ...entry, what: entry.texts.some(isDamaged) ? "damaged" : isMoved ? "moved" : null };
  });

  // A website that was exchanged with another part leaves its checksum behind, or takes it along.
  const strangers = entries
    .filter(({ what }) => what === "moved")
    .flatMap(({ texts: its }) => its.filter(({ is }) => is === "checked"));
  const isStrangers = (found: string | null) =>
    found !== null &&
    strangers.some((checked) => {
      const own = text(checked);
      return uriChecksum(found) === checksumBeside(checked) || (own !== null && found === uriChecksum(own));
    });
  const parts = all
    .filter(({ entry }) => entry === null)
    .map((each) => {
      const isMoved = isTwice(each) || isStrangers(text(each));
      const what: What = isDamaged(each) ? "damaged" : isMoved ? "moved" : null;
      return { ...each, what };
    });

  const bad = new Set(parts.filter(({ what }) => what !== null).map(({ path }) => path));
  const badEntries = new Set(entries.filter(({ what }) => what !== null).map(({ path }) => path));
  const whole = (path: string) => {
    const found = beside.get(path);
    if (!found || bad.has(path)) return null;
    return found.is === "secret" ? { sealed: found.sealed } : text(found);
  };
  return {
    content: shownFrom(item, whole, (entry) => !badEntries.has(entry)),
    damage: [
      ...parts.flatMap(({ path, what }) => (what ? [{ part: path, what }] : [])),
      ...entries.flatMap(({ called, number, what }) => (what ? [{ part: called, number, what }] : [])),
    ],
    hasStrangers: strangers.length > 0,
  };
}

function entriesOf(texts: readonly SealedText[]): Omit<Entry, "what">[] {
  const entries = new Map<string, Omit<Entry, "what">>();
  for (const text of texts) {
    if (!text.entry) continue;
    const known = entries.get(text.entry.path);
    if (known) known.texts.push(text);
    else entries.set(text.entry.path, { ...text.entry, texts: [text] });
  }
  return [...entries.values()];
}

/**
 * The ciphertexts that stand more than once. Each sealing has random bytes of its own, so somebody has
 * put the same one there twice.
 */
export function repeated(sealed: readonly EncString[]): ReadonlySet<EncString> {
  const [once, again] = [new Set<EncString>(), new Set<EncString>()];
  for (const text of sealed) (once.has(text) ? again : once).add(text);
  return again;
}
