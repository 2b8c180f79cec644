import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { ProviderId } from "@/lib/domain/ids";
import type { Recipient } from "@/lib/operations/mail/queue-mail";

/** An address as a recipient, in the language of its account where it has one. */
export async function recipientAt(tx: Tx, email: string): Promise<Recipient> {
  const [user] = await tx.select({ locale: users.locale }).from(users).where(eq(users.email, email));
  return { email, locale: user?.locale ?? null };
}

/** Everyone who can confirm a member of the provider. */
export const confirmedProviderAdmins = (tx: Tx, providerId: ProviderId): Promise<Recipient[]> =>
  tx
    .select({ email: users.email, locale: users.locale })
    .from(providerMembers)
    .innerJoin(users, eq(users.id, providerMembers.userId))
    .where(
      and(
        eq(providerMembers.providerId, providerId),
        eq(providerMembers.status, "confirmed"),
        eq(providerMembers.role, "provider_admin"),
      ),
    );
