import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/domain/actor";
import type { UserId } from "@/lib/domain/ids";
import { personOf } from "@/lib/operations/account/access";
import { NotFound, Refused } from "@/lib/operations/errors";
import { advanced } from "@/lib/operations/revision/internal/advance";

/**
 * The account of whoever is signed in, as the one that a link was sent to.
 *
 * @throws {Refused} `email_does_not_match`, with both addresses.
 */
export async function addresseeOf(tx: Tx, link: { email: string | null }, actor: Actor) {
  const userId = personOf(actor);
  const [you] = await tx
    .select({ email: users.email, name: users.name, locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  if (!you) throw new NotFound();
  if (you.email !== link.email)
    throw new Refused("email_does_not_match", { invited: link.email ?? "", yours: you.email });
  return { userId, ...you };
}

/** Whoever has followed the link in a letter has the address that it went to. What they sync changes with it. */
export async function provesAddress(tx: Tx, userId: UserId, now: Date): Promise<void> {
  await tx
    .update(users)
    .set({
      accountRevisedAt: advanced(users.accountRevisedAt),
      emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(eq(users.id, userId));
}
