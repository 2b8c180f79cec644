import "server-only";
import { and, eq, inArray, not } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import { ListToConfirm } from "@/lib/domain/provider/inputs";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { personOf } from "@/lib/operations/account/access";
import { peopleToConfirm } from "@/lib/operations/people/internal/people-to-confirm";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** Those of the named members who have accepted, or whoever has if none are named. Nobody whose access has ended. */
export const getMembersToConfirm = defineQuery({
  name: "provider.get_members_to_confirm",
  input: ListToConfirm,
  access: inProvider.confirm_staff,
  read: ({ tx, actor, input: { providerId, memberIds } }) =>
    peopleToConfirm(tx, personOf(actor), {
      of: providerMembers,
      which: and(
        eq(providerMembers.providerId, providerId),
        not(hasAccessEnded),
        memberIds && inArray(providerMembers.id, memberIds),
      ),
    }),
});
