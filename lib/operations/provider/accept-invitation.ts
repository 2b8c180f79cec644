import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import type { ProviderId, ProviderMemberId, UserId } from "@/lib/domain/ids";
import { mayAccept } from "@/lib/domain/invitation";
import { hasAccessEnded } from "@/lib/domain/provider/member";
import { signedIn } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { endEnrolmentsByPolicy } from "@/lib/operations/end-enrolments";
import { NotFound, Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { clientsThatTakeNone } from "@/lib/operations/provider/internal/clients-that-take-none";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
import { tellConfirmers } from "@/lib/operations/provider/internal/tell-confirmers";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";
import { addresseeOf, provesAddress } from "@/lib/operations/token/internal/addressee-of";
import { lockToken, spendToken, Token } from "@/lib/operations/token/internal/find-token";
import { teamOfLink } from "@/lib/operations/token/internal/locks-of-link";

/**
 * Takes up an invitation into a provider's team. The member has an account from now on and no key yet: an
 * admin has to confirm them, and every admin is told. Where a policy had their account enrolled in recovery, that ends.
 * Protocol chapter 7.5.1.
 *
 * @throws {Refused} `email_does_not_match` with both addresses, `already_accepted`, `already_a_member`,
 * `joining_suspended`, `staff_access_ended`, or a link's refusal.
 */
export const acceptProviderInvitation = defineCommand({
  name: "provider.accept_invitation",
  input: z.object({ token: Token }),
  access: signedIn,
  locks: async ({ tx, actor, input: { token } }) => [...ownAccount(actor), ...(await teamOfLink(tx, token))],
  async run({ tx, actor, input: { token }, now }) {
    const link = await lockToken(tx, token, ["provider_member"], now);
    if (!link.providerMemberId) throw new NotFound();
    const [member] = await invitationOf(tx, link.providerMemberId);
    if (!member) throw new NotFound();
    const { userId, email } = await addresseeOf(tx, link, actor);
    const { providerId, status } = member;
    const isSuspended = member.state === "suspended";
    assertAllowed(mayAccept({ status, isMember: await isMemberOf(tx, providerId, userId), isSuspended }));
    if (hasAccessEnded(member, now)) throw new Refused("staff_access_ended");

    const names = await clientsThatTakeNone(tx, providerId, userId);
    if (names.length > 0) throw new Refused("member_where_none_is_taken", { names: names.join(", ") });

    await tx
      .update(providerMembers)
      .set({ status: "accepted", email: null, userId, acceptedAt: now, revisedAt: now })
      .where(eq(providerMembers.id, member.id));
    await spendToken(tx, link.id, now);
    await provesAddress(tx, userId, now);
    const ended = await endEnrolmentsByPolicy(tx, userId, now);
    if (ended.length > 0) await advanceAccount(tx, userId);

    const providerName = await providerNameOf(tx, providerId);
    await tellConfirmers(tx, { providerId, providerName, who: email }, now);
    return done(
      { providerId, providerName },
      {
        type: "provider_member.accepted",
        providerId,
        providerMemberId: member.id,
        userId,
        details: { email, role: member.role },
      },
      ...ended,
    );
  },
});

const isMemberOf = async (tx: Tx, providerId: ProviderId, userId: UserId) =>
  (await tx.$count(
    providerMembers,
    and(eq(providerMembers.providerId, providerId), eq(providerMembers.userId, userId)),
  )) > 0;

const invitationOf = (tx: Tx, memberId: ProviderMemberId) =>
  tx
    .select({
      id: providerMembers.id,
      providerId: providerMembers.providerId,
      status: providerMembers.status,
      role: providerMembers.role,
      accessEndsAt: providerMembers.accessEndsAt,
      state: providers.state,
    })
    .from(providerMembers)
    .innerJoin(providers, eq(providers.id, providerMembers.providerId))
    .where(eq(providerMembers.id, memberId))
    .for("update", { of: providerMembers });
