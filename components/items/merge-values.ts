import type { ItemValues } from "@/components/items/item-values";
import { isTextPart, textPartsOf } from "@/components/items/text-parts";
import type { TextPartName } from "@/lib/domain/item/shapes";

/** What of an item is compared as one thing. */
export type ComparedPart = "name" | "notes" | "uris" | "fields" | "reprompt" | TextPartName;

/** A part that was typed here into something else than what somebody else has saved meanwhile. */
export type Conflict = { part: ComparedPart; mine: ItemValues; theirs: ItemValues };
export type Choice = "mine" | "theirs" | "both";

const whole = ["name", "notes", "uris", "fields", "reprompt"] as const;
const partsOf = ({ type }: ItemValues): ComparedPart[] => [
  ...whole,
  ...textPartsOf(type).map(({ name }) => name),
];

/** A part as it stands, without what only the form keeps of it. */
export function statedOf(values: ItemValues, part: ComparedPart) {
  if (part === "uris") return values.uris.filter(({ uri }) => uri.trim() !== "");
  if (part === "fields") return values.fields.map(({ before: _, ...field }) => field);
  return isTextPart(part) ? (values.parts[part] ?? "") : values[part];
}

const isSame = (one: ItemValues, other: ItemValues, part: ComparedPart) =>
  JSON.stringify(statedOf(one, part)) === JSON.stringify(statedOf(other, part));

const withPart = (to: ItemValues, from: ItemValues, part: ComparedPart): ItemValues =>
  isTextPart(part)
    ? { ...to, parts: { ...to.parts, [part]: from.parts[part] ?? "" } }
    : { ...to, [part]: from[part] };

/**
 * Brings together what was typed here and what somebody else has saved, which both began with `base`. What only one of
 * them has changed is as they have it; what both have changed stays as it was typed here, and is a conflict. `hasTheirs`
 * says that somebody else has changed anything.
 */
export function mergeValues(base: ItemValues, mine: ItemValues, theirs: ItemValues) {
  const typed = { ...mine, fields: replaced(base, mine, theirs) };
  const conflicts: Conflict[] = [];
  let values = theirs;
  for (const part of partsOf(theirs)) {
    if (isSame(mine, base, part)) continue;
    values = withPart(values, typed, part);
    if (!isSame(theirs, base, part) && !isSame(mine, theirs, part))
      conflicts.push({ part, mine: typed, theirs });
  }
  const hasTheirs = partsOf(theirs).some((part) => !isSame(theirs, base, part));
  return { values, conflicts, hasTheirs };
}

/** The fields that were typed here, each with its place among those that somebody else has saved; null where it is gone. */
function replaced(base: ItemValues, mine: ItemValues, theirs: ItemValues): ItemValues["fields"] {
  return mine.fields.map((field) => {
    const old = base.fields.find(({ before }) => field.before !== null && before === field.before);
    const alike = theirs.fields.filter(({ name, kind }) => name === old?.name && kind === old.kind);
    const same = alike.find(({ value }) => value === old?.value) ?? alike[0];
    return { ...field, before: same?.before ?? null };
  });
}

type Labels = (part: ComparedPart) => string;

/** The values with a conflict decided. To keep both of one line, the other one becomes a field of its own. */
export function decide(
  values: ItemValues,
  { part, mine, theirs }: Conflict,
  choice: Choice,
  labelOf: Labels,
): ItemValues {
  const beside = fieldBeside(part, theirs, labelOf);
  const isBeside = (field: ItemValues["fields"][number]) =>
    beside !== null && JSON.stringify(field) === JSON.stringify(beside);
  const without = { ...values, fields: values.fields.filter((field) => !isBeside(field)) };
  if (choice !== "both") return withPart(without, choice === "mine" ? mine : theirs, part);
  const kept = withPart(without, mine, part);
  if (part === "notes") return { ...kept, notes: `${mine.notes}\n\n${theirs.notes}` };
  if (part === "uris") return { ...kept, uris: together(websitesIn(mine), websitesIn(theirs)) };
  if (part === "fields") return { ...kept, fields: together(mine.fields, theirs.fields) };
  return beside ? { ...kept, fields: [...kept.fields, beside] } : kept;
}

const websitesIn = ({ uris }: ItemValues) => uris.filter(({ uri }) => uri.trim() !== "");

function fieldBeside(part: ComparedPart, theirs: ItemValues, labelOf: Labels) {
  const value = part === "name" ? theirs.name : isTextPart(part) ? (theirs.parts[part] ?? "") : "";
  if (value === "") return null;
  const isSecret = textPartsOf(theirs.type).some(({ name, isSecret }) => name === part && isSecret);
  const kind = isSecret ? ("hidden" as const) : ("text" as const);
  return { name: labelOf(part), kind, value, linked: "", before: null };
}

/** Both lists, what is in both once. */
const together = <Entry extends object>(mine: readonly Entry[], theirs: readonly Entry[]): Entry[] => {
  const bare = (entry: Entry) => JSON.stringify({ ...entry, before: null });
  const known = new Set(mine.map(bare));
  return [...mine, ...theirs.filter((entry) => !known.has(bare(entry)))];
};
