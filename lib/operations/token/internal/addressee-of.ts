import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/domain/actor";
import { personOf } from "@/lib/operations/account/access";
import { NotFound, Refused } from "@/lib/operations/errors";

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
