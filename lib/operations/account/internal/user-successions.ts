import "server-only";
import { sql } from "drizzle-orm";
import { userKeySuccessions } from "@/db/schema/user-keys";
import { users } from "@/db/schema/users";
import type { EncString } from "@/lib/crypto/types";

/** A column of an account: how its user key has come after the ones before it, latest first. */
export const userSuccessions = sql<{ predecessor: EncString; proof: EncString }[]>`(select
  coalesce(jsonb_agg(jsonb_build_object('predecessor', former.predecessor, 'proof', former.proof)
    order by former.at desc), '[]'::jsonb)
  from ${userKeySuccessions} as former where former.user_id = ${users.id})`;
