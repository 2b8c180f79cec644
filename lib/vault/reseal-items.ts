import { isEncString } from "@/lib/crypto/enc-string";
import type { EncString } from "@/lib/crypto/types";
import type { NextKeyRef, OrganizationKeyRef, RotatedRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** A row as it is sealed now, with the version to name when it is handed back. */
export type Left = { id: string; version: string };
export type LeftItem = Left & {
  type: string;
  key: EncString;
  name: EncString;
  notes: EncString | null;
  fields: unknown;
  passwordHistory: unknown;
  data: unknown;
  /** Its files: their keys and names are under the item's own key too. */
  attachments?: SealedAttachment[];
};
/** A file's own key and name, as its item has them. */
export type SealedAttachment = { id: string; key: EncString; fileName: EncString };
/** All of an item that is under its own key. */
const sealedPartsOf = (item: Omit<SealedParts, "key">) => {
  const { name, notes, fields, passwordHistory, data, attachments = [] } = item;
  return {
    name,
    notes,
    fields,
    passwordHistory,
    data,
    fileNames: attachments.map(({ fileName }) => fileName),
  };
};

type ItemKeys = { of: RotatedRef; next: NextKeyRef | OrganizationKeyRef };
type SealedParts = Omit<LeftItem, keyof Left>;

/** Items sealed anew, each under a fresh key of its own; null for one of which any part does not open. */
export async function resealItemRows<Row extends SealedParts>(
  vault: Vault,
  { of, next }: ItemKeys,
  rows: readonly Row[],
) {
  const questions = rows.map(({ key, ...row }) => {
    const texts: EncString[] = [];
    eachText(sealedPartsOf(row), (text) => {
      texts.push(text);
      return text;
    });
    return { key, texts, keys: (row.attachments ?? []).map((file) => file.key) };
  });
  const anew = await vault.resealItems(of, next, questions);
  return rows.map((row, i) => {
    const item = anew[i];
    if (!item) return { row, sealed: null };
    let at = 0;
    const anewOf = eachText(sealedPartsOf(row), () => item.texts[at++] as EncString);
    const { fileNames, ...parts } = anewOf as { fileNames: EncString[] };
    const attachments = (row.attachments ?? []).map(({ id }, file) => ({
      id,
      key: item.keys?.[file] as EncString,
      fileName: fileNames[file] as EncString,
    }));
    return { row, sealed: { type: row.type, key: item.key, ...parts, attachments } };
  });
}

/** The same value, with each sealed text in it replaced. Always in the same order. */
function eachText(value: unknown, replace: (text: EncString) => EncString): unknown {
  if (typeof value === "string") return isEncString(value) ? replace(value as EncString) : value;
  if (Array.isArray(value)) return value.map((each) => eachText(each, replace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, replace)]));
}
