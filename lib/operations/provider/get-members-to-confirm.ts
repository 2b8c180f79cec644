import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { ProviderMemberId } from "@/lib/domain/ids";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import { ProviderMemberRefs } from "@/lib/domain/provider/inputs";
import { personOf } from "@/lib/operations/account/access";
import { rememberedOf } from "@/lib/operations/account/internal/known-keys";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** As many as are confirmed at once: those who have waited longest. */
const limit = 200;

const ListToConfirm = ProviderMemberRefs.partial({ memberIds: true });

/** Those of the named members who have accepted, or whoever has if none are named, with the public keys to compare and to seal for, and what is remembered of them. */
export const getMembersToConfirm = defineQuery({
  name: "provider.get_members_to_confirm",
  input: ListToConfirm,
  access: inProvider.confirm_staff,
  read: ({ tx, actor, input: { providerId, memberIds } }): Promise<PersonToConfirm<ProviderMemberId>[]> =>
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
      .where(
        and(
          eq(providerMembers.providerId, providerId),
          eq(providerMembers.status, "accepted"),
          memberIds && inArray(providerMembers.id, memberIds),
        ),
      )
      .orderBy(asc(providerMembers.acceptedAt), asc(providerMembers.id))
      .limit(limit),
});
