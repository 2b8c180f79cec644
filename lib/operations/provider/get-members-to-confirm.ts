import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import { ProviderMemberRefs } from "@/lib/domain/provider/inputs";
import { personOf } from "@/lib/operations/account/access";
import { peopleToConfirm } from "@/lib/operations/people/internal/people-to-confirm";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

const ListToConfirm = ProviderMemberRefs.partial({ memberIds: true });

/** Those of the named members who have accepted, or whoever has if none are named. */
export const getMembersToConfirm = defineQuery({
  name: "provider.get_members_to_confirm",
  input: ListToConfirm,
  access: inProvider.confirm_staff,
  read: ({ tx, actor, input: { providerId, memberIds } }) =>
    peopleToConfirm(tx, personOf(actor), {
      of: providerMembers,
      which: and(
        eq(providerMembers.providerId, providerId),
        memberIds && inArray(providerMembers.id, memberIds),
      ),
    }),
});
