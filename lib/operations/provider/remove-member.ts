import "server-only";
import { eq } from "drizzle-orm";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import { ProviderMemberRef } from "@/lib/domain/provider/inputs";
import { mayStopBeingAdmin } from "@/lib/domain/provider/member";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { queueMail } from "@/lib/operations/mail/queue-mail";
import { done } from "@/lib/operations/outcome";
import { placeOf, providerAdmins } from "@/lib/operations/provider/access";
import { endVisits } from "@/lib/operations/provider/end-visits";
import { lockLinks } from "@/lib/operations/provider/lock-links";
import { countConfirmedAdmins, lockMember, lockProvider } from "@/lib/operations/provider/lock-provider";
import { advanceAccount, advanceProvider } from "@/lib/operations/revision/advance";

/**
 * Takes somebody out of the team, or withdraws an invitation; its link stops working. Visits to clients that
 * they have open end with it. Their account stays theirs.
 */
export const removeProviderMember = defineCommand({
  name: "provider.remove_member",
  input: ProviderMemberRef,
  access: providerAdmins,
  async run({ tx, actor, input: { providerId, memberId }, standing, now }) {
    await lockProvider(tx, providerId);
    await lockLinks(tx, eq(oneTimeTokens.providerMemberId, memberId));
    const member = await lockMember(tx, { providerId, memberId });
    if (member.userId === personOf(actor)) throw new Refused("cannot_remove_yourself");
    assertAllowed(mayStopBeingAdmin(member, await countConfirmedAdmins(tx, providerId)));

    await tx.delete(providerMembers).where(eq(providerMembers.id, memberId));
    const left = member.userId ? await endVisits(tx, providerId, member.userId, now) : [];
    if (member.userId && member.account) {
      await advanceAccount(tx, member.userId, await advanceProvider(tx, providerId));
      const { name } = placeOf(standing);
      await queueMail(tx, member.account, { kind: "provider.removed", providerName: name }, now);
    }
    return done(
      { memberId },
      {
        type: "provider_member.removed",
        providerId,
        providerMemberId: memberId,
        ...(member.userId && { userId: member.userId }),
        details: { email: member.shownEmail },
      },
      ...left,
    );
  },
});
