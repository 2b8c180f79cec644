import type { SealedTexts } from "@/lib/crypto/batch";
import { isEncString } from "@/lib/crypto/enc-string";
import type { EncString } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ItemType } from "@/lib/domain/item/types";
import { slicesOf } from "@/lib/domain/slices";
import { askingAhead } from "@/lib/vault/asking-ahead";
import { VaultError } from "@/lib/vault/errors";
import { isStillSealed, type OpenItem, type ShownItem, type StillSealed } from "@/lib/vault/item";
import { openTextsOf, type SealedText, sealedTextsOf } from "@/lib/vault/item-codec";
import { type Damage, type ReadItem, readItem, repeated } from "@/lib/vault/item-damage";
import type { KeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";
import { askAbout, textsOfItems, WholeItem } from "@/lib/vault/whole-items";

/** What a row was opened to, and the texts of it in the order of its shape; null where its key does not open. */
export type OpenedItem<Type extends ItemType = ItemType> =
  | (ReadItem<Type> & { texts: readonly string[] })
  | null;

/** Rows that were opened before, by id, with what they came to under the same key. */
export type OpenedBefore = ReadonlyMap<string, { sealed: SealedItem; opened: OpenedItem }>;

type Row = SealedItem & { id: string };

/**
 * Opens many items part by part, in order. The vault holds `ref`, under which their keys are sealed. Secrets stay
 * sealed, and an item that has not changed since it was opened is not opened again.
 */
export async function openItems<Type extends ItemType>(
  vault: Vault,
  ref: KeyRef,
  rows: readonly (SealedItem<Type> & { id: string })[],
  before: OpenedBefore = new Map(),
): Promise<OpenedItem<Type>[]> {
  const opening = openingItems(vault, ref, before);
  const askAhead = askingAhead();
  for (const some of slicesOf(rows, atOnce)) await askAhead(() => opening.take(some));
  // Each item is of the type that it was sealed as.
  return (await opening.all()) as OpenedItem<Type>[];
}

/** The same as they come: `take` asks about some, and `all` answers what became of all that were taken. */
export function openingItems(vault: Vault, ref: KeyRef, before: OpenedBefore = new Map()) {
  const rows: Row[] = [];
  const reading: Promise<OpenedItem[]>[] = [];
  return {
    take(part: readonly Row[]): Promise<unknown> {
      rows.push(...part);
      const read = readUnlessKnown(vault, ref, part, before);
      // Whoever asks for all of them hears that it failed.
      read.catch(() => {});
      reading.push(read);
      return read;
    },
    async all(): Promise<OpenedItem[]> {
      const read = (await Promise.all(reading)).flat();
      const copied = repeated(rows.map(({ key }) => key));
      return read.map((item, i): OpenedItem => {
        if (!item) return null;
        const isCopied = copied.has((rows[i] as Row).key);
        if (item.damage.length === 0 && !isCopied) return item;
        const own = item.damage.filter(({ what }) => what !== "copied");
        const damage: Damage[] = isCopied ? [...own, { part: "item", what: "copied" }] : own;
        return { content: item.content, texts: item.texts, damage };
      });
    },
  };
}

async function readUnlessKnown(
  vault: Vault,
  ref: KeyRef,
  rows: readonly Row[],
  before: OpenedBefore,
): Promise<OpenedItem[]> {
  const fresh = rows.filter((row) => !isKnown(before, row));
  const read = fresh.length > 0 ? await readPart(vault, ref, fresh) : [];
  // By the row itself: two rows may have one id, where a server says so.
  const opened = new Map(fresh.map((row, i) => [row, read[i] ?? null]));
  return rows.map((row) => (opened.has(row) ? opened.get(row) : before.get(row.id)?.opened) ?? null);
}

/** Opens one secret of an item. Rejects with `cannot_open`. */
export async function openSecret(
  vault: Vault,
  ref: KeyRef,
  key: EncString,
  { sealed }: StillSealed,
): Promise<string> {
  const [item] = await vault.openItems(ref, [{ key, open: { secret: sealed }, check: {} }]);
  const secret = item?.ok ? item.texts.secret : null;
  if (secret === null || secret === undefined) throw new VaultError("cannot_open");
  return secret;
}

/** Opens all secrets of an item in one question. Rejects with `cannot_open` when one of them does not open. */
export async function openSecrets<Type extends ItemType>(
  vault: Vault,
  ref: KeyRef,
  key: EncString,
  content: ShownItem<Type>,
): Promise<OpenItem<Type>> {
  const [opened] = await openSecretsOf(vault, ref, [{ key, content: content as ShownItem }]);
  if (!opened) throw new VaultError("cannot_open");
  return opened as OpenItem<Type>;
}

/** What is opened of an item besides its own secrets: nothing, or what other programs have sealed in it as well. */
type Rest = "left" | "opened";

/** Opens all secrets of many items in one question, in order. An item of which one does not open is null. */
export async function openSecretsOf(
  vault: Vault,
  ref: KeyRef,
  rows: readonly { key: EncString; content: ShownItem }[],
  rest: Rest = "left",
): Promise<(OpenItem | null)[]> {
  const sealed = rows.map(({ content }) => secretsIn(content, rest));
  const asking = rows.flatMap(({ key }, i) => {
    const open = Object.fromEntries((sealed[i] ?? []).entries());
    return sealed[i]?.length ? [{ i, question: { key, open, check: {} } }] : [];
  });
  const questions = asking.map(({ question }) => question);
  const answers = questions.length > 0 ? await vault.openItems(ref, questions) : [];
  const answerOf = new Map(asking.map(({ i }, at) => [i, answers[at]]));
  return rows.map(({ content }, i) => {
    const answer = answerOf.get(i);
    const texts = answer?.ok ? Object.values(answer.texts) : [];
    const opened = new Map((sealed[i] ?? []).map((secret, at) => [secret, texts[at]]));
    if ([...opened.values()].some((text) => typeof text !== "string")) return null;
    // What the walk gives has the shape of what it went through.
    return mapValues(content, (value, isInRest) => {
      const secret = secretOf(value, isInRest, rest);
      return secret === null ? value : opened.get(secret);
    }) as OpenItem;
  });
}

/** The sealed text that a value is; null where it is none that is opened. */
function secretOf(value: unknown, isInRest: boolean, rest: Rest): EncString | null {
  if (!isInRest) return isStillSealed(value) ? value.sealed : null;
  return rest === "opened" && typeof value === "string" && isEncString(value) ? (value as EncString) : null;
}

type Change = (value: unknown, isInRest: boolean) => unknown;

/** The same object with other values. `isInRest`: they stand in what another program has written. */
function mapValues(node: unknown, change: Change, isInRest = false): unknown {
  if (typeof node !== "object" || node === null || (!isInRest && isStillSealed(node)))
    return change(node, isInRest);
  if (Array.isArray(node)) return node.map((each) => mapValues(each, change, isInRest));
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      mapValues(value, change, isInRest || name === "rest"),
    ]),
  );
}

function secretsIn(content: object, rest: Rest): EncString[] {
  const found: EncString[] = [];
  mapValues(content, (value, isInRest) => {
    const secret = secretOf(value, isInRest, rest);
    if (secret !== null) found.push(secret);
    return value;
  });
  return found;
}

/** How many items are asked about at a time: what a page does for them is over before anybody notices. */
const atOnce = 500;

async function readPart(vault: Vault, ref: KeyRef, rows: readonly SealedItem[]): Promise<OpenedItem[]> {
  const asked = askAbout(rows);
  const found = textsOfItems(asked, await vault.openBatch(ref, asked.batch));
  const damaged = await readDamaged(
    vault,
    ref,
    rows.filter((_, i) => found[i] === "damaged"),
  );
  return rows.map((row, i): OpenedItem => {
    const texts = found[i] ?? "closed";
    if (texts === "damaged") return damaged.shift() ?? null;
    return texts === "closed" ? null : new WholeItem(row, texts);
  });
}

/** What is left of items in which something is not as it was sealed, and what is wrong with them. */
async function readDamaged(vault: Vault, ref: KeyRef, rows: readonly SealedItem[]): Promise<OpenedItem[]> {
  if (rows.length === 0) return [];
  const sealed = rows.map(sealedTextsOf);
  const opened = await vault.openItems(
    ref,
    rows.map(({ key }, i) => questionOf(key, sealed[i] ?? [])),
  );
  const read = rows.map((row, i) => {
    const texts = opened[i];
    return texts?.ok ? readItem(row, sealed[i] ?? [], texts) : null;
  });
  // Where a website was exchanged with something, every text has to be compared to say with what.
  const suspicious = rows.flatMap((row, i) => (read[i]?.hasStrangers ? [{ row, i }] : []));
  if (suspicious.length === 0) return read.map(withTexts);
  const whole = await vault.openItems(
    ref,
    suspicious.map(({ row, i }) => ({ key: row.key, open: byPath(sealed[i] ?? []), check: {} })),
  );
  suspicious.forEach(({ row, i }, at) => {
    const texts = whole[at];
    if (texts?.ok) read[i] = readItem(row, sealed[i] ?? [], texts);
  });
  return read.map(withTexts);
}

const withTexts = (item: ReadItem | null): OpenedItem =>
  item && {
    content: item.content,
    damage: item.damage,
    texts: openTextsOf(item.content).map(({ text }) => text),
  };

const byPath = (texts: readonly SealedText[]) =>
  Object.fromEntries(texts.map(({ path, sealed }) => [path, sealed]));

/** A page's question: its secrets are not opened, only checked. */
const questionOf = (key: EncString, texts: readonly SealedText[]): SealedTexts => ({
  key,
  open: byPath(texts.filter(({ is }) => is !== "secret")),
  check: byPath(texts.filter(({ is }) => is === "secret")),
});

/** What an item was opened from: nothing else of a row changes what it comes to. */
const sealedPartOf = ({ type, key, name, notes, fields, passwordHistory, data }: SealedItem) => ({
  ...{ type, key, name, notes, fields, passwordHistory, data },
});

function isKnown(before: OpenedBefore, row: Row): boolean {
  const known = before.get(row.id)?.sealed;
  if (known === row) return true;
  return known !== undefined && isSame(sealedPartOf(known), sealedPartOf(row));
}

/** Whether two values are alike in all that they hold. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === others.length &&
    names.every((name) => isSame(Reflect.get(one, name), Reflect.get(other, name)))
  );
}
