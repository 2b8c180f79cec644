import { longestData } from "@/lib/domain/item/sealed-item";
import { commonShape, type Part, type Shape, shapes } from "@/lib/domain/item/shapes";
import { itemSize } from "@/lib/domain/item/size";
import { sealedLength } from "@/lib/domain/sealed";
import { type Entry, noName } from "@/lib/import/entry";
import type { Imported } from "@/lib/import/imported";
import type { Remark } from "@/lib/import/trouble";
import { textsToSeal } from "@/lib/vault/item-codec";

const encoder = new TextEncoder();
/** Most texts are short: only a long one is counted in bytes. */
const isTooLong = (text: string, limit: number) =>
  text.length * 3 > limit / 2 && sealedLength(encoder.encode(text).length) > limit;

type Node = Readonly<Record<string, unknown>>;
type Excess = { what: "too_long" | "too_many_parts"; path: string };

/** The first part of an item that is longer than it may be once it is sealed, or a list with too many entries. */
function excessIn(shape: Shape, node: Node): Excess | null {
  for (const [name, part] of Object.entries(shape)) {
    const found = excessOf(name, part, node[name]);
    if (found) return found;
  }
  return null;
}

function excessOf(path: string, part: Part, value: unknown): Excess | null {
  if (part.is === "list") {
    const entries = value as Node[];
    if (entries.length > part.max) return { what: "too_many_parts", path };
    return entries.some((entry) => excessIn(part.entry, entry)) ? { what: "too_long", path } : null;
  }
  if (part.is === "choice" || part.is === "moment" || typeof value !== "string") return null;
  return isTooLong(value, part.limit) ? { what: "too_long", path } : null;
}

/** How large an item is, roughly at once and exactly where it could be too large. */
function isTooLarge({ item }: Entry): boolean {
  const texts = textsToSeal(item);
  const rough = Object.values(texts).reduce((sum, text) => sum + text.length, 0);
  if (rough * 4 < longestData && Object.keys(texts).length < 200) return false;
  return itemSize({ parts: texts, uris: [], fields: [] }).whole > longestData;
}

const mostHistory = commonShape.passwordHistory.max;

/**
 * What fits into our items. Whatever is larger than the server keeps is left out whole, and named: half an item would
 * be taken for the whole one. Of too many former passwords the latest are kept.
 */
export function keepWhatFits({ entries, folders, remarks }: Imported): Imported {
  const added: Remark[] = [];
  const kept = entries.flatMap((entry): Entry[] => {
    const { item, place } = entry;
    const { type } = item;
    const name = item.name === noName ? null : item.name;
    const history = item.passwordHistory.slice(0, mostHistory);
    if (history.length < item.passwordHistory.length)
      added.push({ what: "history_left_out", place, name: item.name });
    const whole = { ...entry, item: { ...item, passwordHistory: history } };
    const excess = excessIn(commonShape, whole.item) ?? excessIn(shapes[type], item.data);
    if (excess)
      added.push({ what: excess.what, place, name: short(name), part: { type, path: excess.path } });
    else if (isTooLarge(whole)) added.push({ what: "too_large", place, name: short(name) });
    else return [whole];
    return [];
  });
  return { entries: kept, folders, remarks: [...remarks, ...added] };
}

const short = (name: string | null) => name?.slice(0, 100) ?? null;
