import "server-only";
import { sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import type { SealedData } from "@/lib/domain/item/sealed-item";

/** The columns of an item that a browser gets: the sealed parts, and the date that a change has to name. */
export const sealedColumns = {
  id: ciphers.id,
  key: ciphers.key,
  name: ciphers.name,
  notes: ciphers.notes,
  // Only logins are listed.
  type: sql<"login">`${ciphers.type}`.as("type"),
  data: sql<SealedData<"login">>`${ciphers.data}`.as("data"),
  revisedAt: ciphers.revisedAt,
};
