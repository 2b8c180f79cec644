import "server-only";
import { createHmac } from "node:crypto";
import { asc, eq, gte, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { KdfSettings } from "@/lib/crypto/types";
import { Email } from "@/lib/domain/email";
import { UserId } from "@/lib/domain/ids";
import { defaultKdf } from "@/lib/domain/kdf";
import { everyone } from "@/lib/operations/access";
import { kdfColumns, readKdf } from "@/lib/operations/account/internal/kdf-columns";
import { addressLimit } from "@/lib/operations/account/internal/limits";
import { defineQuery } from "@/lib/operations/query";
import { deriveSecret } from "@/lib/secrets";

/**
 * How the master key of an account is derived. An address without one is answered as one of the accounts is, always
 * the same: asking does not tell who has an account, as settings are as frequent among addresses without one as
 * among accounts. Protocol chapter 4.1.
 */
export const prelogin = defineQuery({
  name: "account.prelogin",
  input: z.object({ email: Email }),
  access: everyone("it comes before logging in"),
  throttle: ({ actor }) => [addressLimit("prelogin", actor, 300, 600)],
  async read({ tx, input: { email } }): Promise<KdfSettings> {
    const [nearest] = await candidates(tx, email);
    return nearest ? readKdf(nearest) : defaultKdf;
  },
});

/** The account of the address, or else the one whose id comes next after the address's own number. One statement. */
const candidates = (tx: Tx, email: string) => {
  const columns = (rank: number) => ({ ...kdfColumns, rank: sql<number>`${rank}::int`.as("rank") });
  const next = tx
    .select(columns(1))
    .from(users)
    .where(gte(users.id, numberOf(email)))
    .orderBy(asc(users.id))
    .limit(1);
  const first = tx.select(columns(2)).from(users).orderBy(asc(users.id)).limit(1);
  const own = tx.select(columns(0)).from(users).where(eq(users.email, email));
  return unionAll(own, next, first).orderBy(sql`rank`).limit(1);
};

/** A number that only this instance can work out: without the secret, nobody can tell which account answers. */
function numberOf(email: string): UserId {
  const hex = createHmac("sha256", deriveSecret("prelogin")).update(email).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
  return UserId.parse([...parts, hex.slice(20, 32)].join("-"));
}
