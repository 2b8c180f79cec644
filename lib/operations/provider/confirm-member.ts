import "server-only";
import { eq } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import { ConfirmProviderMember } from "@/lib/domain/provider/inputs";
import { mayConfirm } from "@/lib/domain/provider/member";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { pageLink } from "@/lib/operations/links";
import { team } from "@/lib/operations/locks";
import { tell } from "@/lib/operations/mail/tell";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { lockMember } from "@/lib/operations/provider/lock-member";
import { providerNameOf } from "@/lib/operations/provider/name-of";
import { advanceAccount } from "@/lib/operations/revision/advance";

/**
 * Confirms an accepted member, storing the provider key sealed for them. The server sees only its form: it
 * can tell neither whose key it is nor what is inside. Protocol chapter 7.5.1.
 *
 * @throws {Refused} `public_key_changed` when the account's key is no longer the one that was shown.
 */
export const confirmProviderMember = defineCommand({
  name: "provider.confirm_member",
  input: ConfirmProviderMember,
  access: inProvider.confirm_staff,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, memberId, publicKey, providerKeyForMember }, now }) {
    const { userId, account, role, status } = await lockMember(tx, { providerId, memberId });
    assertAllowed(mayConfirm({ status }));
    if (!userId || !account) throw new Refused("member_not_accepted");
    if (account.publicKey !== publicKey) throw new Refused("public_key_changed");

    await tx
      .update(providerMembers)
      .set({ status: "confirmed", providerKeyForMember, confirmedAt: now, revisedAt: now })
      .where(eq(providerMembers.id, memberId));
    await advanceAccount(tx, userId);
    await tell(
      tx,
      account,
      {
        kind: "provider.confirmed",
        link: pageLink(`/providers/${providerId}/clients`),
        providerName: await providerNameOf(tx, providerId),
      },
      now,
    );
    return done(
      { memberId },
      {
        type: "provider_member.confirmed",
        providerId,
        providerMemberId: memberId,
        userId,
        details: { email: account.email, role },
      },
    );
  },
});
