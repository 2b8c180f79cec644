import "server-only";
import { sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import type { SealedLoginData } from "@/lib/domain/cipher/login";

/** What is served of an item: its sealed parts, and what an edit has to refer to. */
export const sealedColumns = {
  id: ciphers.id,
  key: ciphers.key,
  name: ciphers.name,
  notes: ciphers.notes,
  // Only logins are listed, and the database keeps every login's data.
  login: sql<SealedLoginData>`${ciphers.login}`.as("login"),
  revisedAt: ciphers.revisedAt,
};
