import "server-only";
import { ciphers } from "@/db/schema/ciphers";
import type { SealedItem } from "@/lib/domain/item/sealed-item";

/** The columns of an item that a browser gets: the sealed parts, and the date that a change has to name. */
export const sealedColumns = {
  id: ciphers.id,
  key: ciphers.key,
  name: ciphers.name,
  notes: ciphers.notes,
  fields: ciphers.fields,
  passwordHistory: ciphers.passwordHistory,
  reprompt: ciphers.reprompt,
  type: ciphers.type,
  data: ciphers.data,
  createdAt: ciphers.createdAt,
  revisedAt: ciphers.revisedAt,
};

/** A row as an item of its type: nothing else comes in at the door. */
export const asSealedItem = <Row extends { type: SealedItem["type"] }>(row: Row) => row as Row & SealedItem;
