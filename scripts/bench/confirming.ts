import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { PublicKey } from "@/lib/crypto/types";

/** How many people are confirmed, in a client and in a team alike. */
export const people = 1000;
const requestLimit = 4;
/** How many times the floor: a thousand seals and one UPDATE of a thousand rows. */
const limit = 3;

/** As many accounts, whose addresses are a number at this domain, all with one real key. */
export async function addAccounts(db: Database, domain: string, publicKey: PublicKey): Promise<void> {
  await db.execute(sql`insert into users (email, name, sort_name, password_hash, kdf_type, kdf_iterations, kdf_memory, kdf_parallelism,
      user_key_for_account, public_key, private_key_for_account)
    select number || '@' || ${domain}::text, 'Member ' || number, 'member ' || number, '-', 'argon2id', 6, 32, 4,
      user_key_for_account, ${publicKey}, private_key_for_account
    from generate_series(1, ${people}) as number, (select * from users limit 1) as one`);
}

/** Milliseconds. */
export async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** `confirmed` without whoever has confirmed them; the times in milliseconds. */
export function judgeConfirming(figures: {
  confirmed: number;
  requests: number;
  whole: number;
  floor: number;
}) {
  const { confirmed, requests, whole, floor } = figures;
  const ratio = whole / floor;
  return {
    lines: [
      `${confirmed} confirmed in ${requests} requests (limit ${requestLimit}), in ${whole.toFixed(0)} ms; ` +
        `${people} seals and one UPDATE take ${floor.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (limit ${limit})`,
    ],
    ok: confirmed === people && requests <= requestLimit && ratio <= limit,
  };
}
