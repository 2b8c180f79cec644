import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import { ProviderId, type ProviderMemberId } from "@/lib/domain/ids";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import { personOf } from "@/lib/operations/account/access";
import { rememberedOf } from "@/lib/operations/account/known-keys";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** Members who have accepted, with the public keys to compare and to seal for, and what is remembered of them. */
export const getMembersToConfirm = defineQuery({
  name: "provider.get_members_to_confirm",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.confirm_staff,
  read: ({ tx, actor, input: { providerId } }): Promise<PersonToConfirm<ProviderMemberId>[]> =>
    tx
      .select({
        memberId: providerMembers.id,
        userId: users.id,
        name: users.name,
        email: users.email,
        publicKey: users.publicKey,
        ...rememberedOf(personOf(actor), users.id),
      })
      .from(providerMembers)
      .innerJoin(users, eq(users.id, providerMembers.userId))
      .where(and(eq(providerMembers.providerId, providerId), eq(providerMembers.status, "accepted")))
      .orderBy(asc(providerMembers.acceptedAt), asc(providerMembers.id)),
});
