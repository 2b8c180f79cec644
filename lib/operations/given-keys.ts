import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { SealedKey } from "@/lib/crypto/types";

type Given = { id: string; key: SealedKey };

/** A key for each member, as rows of a statement: `given.id` and `given.key`. */
export const givenKeys = (keys: readonly Given[]): SQL =>
  sql`(values ${sql.join(
    keys.map(({ id, key }) => sql`(${id}::uuid, ${key}::text)`),
    sql`, `,
  )}) as given (id, key)`;
