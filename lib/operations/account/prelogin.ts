import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import type { KdfSettings } from "@/lib/crypto/types";
import { Email } from "@/lib/domain/email";
import { defaultKdf } from "@/lib/domain/kdf";
import { everyone } from "@/lib/operations/access";
import { kdfColumns, readKdf } from "@/lib/operations/account/internal/kdf-columns";
import { addressLimit } from "@/lib/operations/address-limit";
import { defineQuery } from "@/lib/operations/query";

/**
 * How the master key of an account is derived. An address without one is answered with what new accounts
 * get, so that asking does not tell who has an account. Protocol chapter 4.1.
 */
export const prelogin = defineQuery({
  name: "account.prelogin",
  input: z.object({ email: Email }),
  access: everyone("it comes before logging in"),
  worksWithTemporaryPassword: true,
  throttle: ({ actor }) => [addressLimit("prelogin", actor, 300, 600)],
  async read({ tx, input: { email } }): Promise<KdfSettings> {
    const [known] = await tx.select(kdfColumns).from(users).where(eq(users.email, email));
    return known ? readKdf(known) : defaultKdf;
  },
});
