import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { kdfColumns, readKdf } from "@/lib/operations/account/internal/kdf-columns";
import { userSuccessions } from "@/lib/operations/account/internal/user-successions";
import { NotFound } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";

/** One's own keys as the server keeps them, sealed, for one's own browser to open. */
export const getMyKeys = defineQuery({
  name: "account.get_my_keys",
  input: z.object({}),
  access: signedIn,
  worksWithTemporaryPassword: true,
  async read({ tx, actor }) {
    const [row] = await tx
      .select({
        userId: users.id,
        email: users.email,
        ...kdfColumns,
        userKeyForAccount: users.userKeyForAccount,
        publicKey: users.publicKey,
        privateKeyForAccount: users.privateKeyForAccount,
        successions: userSuccessions,
        unlocksByPasskey: sql<boolean>`exists (select 1 from passkeys as own
          where own.user_id = users.id and own.user_key_for_passkey is not null)`,
      })
      .from(users)
      .where(eq(users.id, personOf(actor)));
    if (!row) throw new NotFound();
    const { userId, email, userKeyForAccount, publicKey, privateKeyForAccount, successions } = row;
    const sealed = { userKeyForAccount, publicKey, privateKeyForAccount, successions };
    return { userId, email, kdf: readKdf(row), unlocksByPasskey: row.unlocksByPasskey, ...sealed };
  },
});
