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
 * The account of the signed-in person, if the link was sent to its address.
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

/**
 * Somebody who follows a link from a letter reads the mail of its address, so the address is proven. That
 * changes what the account syncs.
 */
export async function provesAddress(tx: Tx, userId: UserId, now: Date): Promise<void> {
  await tx
    .update(users)
    .set({
      accountRevisedAt: advanced(users.accountRevisedAt),
      emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(eq(users.id, userId));
}
