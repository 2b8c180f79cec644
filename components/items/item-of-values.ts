import type { ItemValues } from "@/components/items/item-values";
import { textPartsOf } from "@/components/items/text-parts";
import { longestData } from "@/lib/domain/item/sealed-item";
import { fieldNumbers } from "@/lib/domain/item/shapes";
import { itemSize } from "@/lib/domain/item/size";
import { sealedLength } from "@/lib/domain/sealed";
import { type EditedItem, emptyLists, type OpenItem, type ShownItem } from "@/lib/vault/item";

/** How many passwords that an item had before are kept. */
const keptPasswords = 20;

const numberOrNull = (typed: string): number | null => (typed === "" ? null : Number(typed));

const typedFields = ({ fields }: ItemValues) =>
  fields.map(({ name, kind, value, linked, before }) => ({
    before,
    field: {
      name: name || null,
      value: kind === "linked" ? null : value || null,
      type: fieldNumbers[kind],
      linkedId: kind === "linked" ? numberOrNull(linked) : null,
    },
  }));

const typedWebsites = ({ uris }: ItemValues) =>
  uris
    .map(({ uri, match }) => ({ uri: uri.trim(), match: numberOrNull(match) }))
    .filter(({ uri }) => uri !== "");

/** What was typed as an item. */
export function itemOf(values: ItemValues): OpenItem {
  const { type, name, notes, parts } = values;
  const texts = textPartsOf(type).map((part) => [part.name, parts[part.name] || null] as const);
  const data = { ...Object.fromEntries(texts), ...(type === "login" && { uris: typedWebsites(values) }) };
  const fields = typedFields(values).map(({ field }) => field);
  // The parts are those of the type.
  return { type, name, notes: notes || null, ...emptyLists, fields, data } as unknown as OpenItem;
}

/**
 * The change of an item that was typed. It keeps what the form does not show: secrets that the person may not see, and
 * what other programs have written. A password that is replaced joins those that were there before.
 *
 * @param opened the item with those of its secrets that the person may see.
 */
export function editOf(
  values: ItemValues,
  before: ShownItem,
  opened: OpenItem,
  { mayReveal, now }: { mayReveal: boolean; now: Date },
): { item: EditedItem; passwordChanged: boolean } {
  const typed = itemOf(values);
  const known = before.data as Readonly<Record<string, unknown>>;
  const parts = Object.fromEntries(
    textPartsOf(values.type).map(({ name, isSecret }) => {
      const value = isSecret && !mayReveal ? known[name] : (values.parts[name] ?? "") || null;
      return [name, value];
    }),
  );
  const fields = typedFields(values).map(({ before: place, field }) => {
    const old = place === null ? undefined : before.fields[place];
    const isHidden = field.type === fieldNumbers.hidden && old?.type === fieldNumbers.hidden;
    return { ...old, ...field, ...(isHidden && !mayReveal && { value: old.value }) };
  });
  const item = { ...typed, fields, passwordHistory: before.passwordHistory, data: { ...known, ...parts } };
  if (before.type !== "login") return { item: item as unknown as EditedItem, passwordChanged: false };

  const websites = (before as ShownItem<"login">).data.uris;
  const uris = typedWebsites(values).map((website) => ({
    ...websites.find(({ uri }) => uri === website.uri),
    ...website,
  }));
  const { password: former } = (opened as OpenItem<"login">).data;
  const passwordChanged = mayReveal && former !== (values.parts.password || null);
  const isReplaced = passwordChanged && former !== null;
  const date = now.toISOString();
  const rest = isReplaced ? { ...before.data.rest, passwordRevisionDate: date } : before.data.rest;
  const history = isReplaced
    ? [{ password: former, lastUsedDate: date }, ...before.passwordHistory]
    : before.passwordHistory;
  const data = { ...item.data, uris, ...(rest && { rest }) };
  const changed = { ...item, passwordHistory: withinSize(history, values), data };
  return { item: changed as unknown as EditedItem, passwordChanged };
}

/** The newest of the passwords for which there is room beside what was typed. */
function withinSize<Entry extends { password: string | { sealed: string } | null }>(
  history: readonly Entry[],
  values: ItemValues,
): Entry[] {
  let room = longestData - itemSize(values).whole;
  const kept: Entry[] = [];
  for (const entry of history.slice(0, keptPasswords)) {
    const { password } = entry;
    const size =
      typeof password === "string"
        ? sealedLength(new TextEncoder().encode(password).length)
        : (password?.sealed.length ?? 0);
    room -= size + 100;
    if (room < 0) break;
    kept.push(entry);
  }
  return kept;
}
