import "server-only";
import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import type { KdfSettings } from "@/lib/crypto/types";
import { Email } from "@/lib/domain/email";
import { defaultKdf } from "@/lib/domain/kdf";
import { everyone } from "@/lib/operations/access";
import { kdfColumns, readKdf } from "@/lib/operations/account/kdf-columns";
import { addressLimit } from "@/lib/operations/account/limits";
import { defineQuery } from "@/lib/operations/query";
import { deriveSecret } from "@/lib/secrets";

/** What accounts really have, in about the proportion they have it. */
const plausible: readonly KdfSettings[] = [
  defaultKdf,
  defaultKdf,
  defaultKdf,
  { type: "pbkdf2_sha256", iterations: 600_000 },
];

/**
 * How the master key of an account is derived. For an address without one the answer is made up, always the
 * same for the same address, so that asking does not tell who has an account. Protocol chapter 4.1.
 */
export const prelogin = defineQuery({
  name: "account.prelogin",
  input: z.object({ email: Email }),
  access: everyone("it comes before logging in"),
  limits: ({ email }, actor) => [
    { what: "prelogin.account", whom: email, points: 60, seconds: 600 },
    ...addressLimit("prelogin", actor, 300, 600),
  ],
  async read({ tx, input: { email } }): Promise<KdfSettings> {
    const [known] = await tx.select(kdfColumns).from(users).where(eq(users.email, email));
    return known ? readKdf(known) : madeUpFor(email);
  },
});

function madeUpFor(email: string): KdfSettings {
  const digest = createHmac("sha256", deriveSecret("prelogin")).update(email).digest();
  return plausible[digest.readUInt32BE(0) % plausible.length] ?? defaultKdf;
}
