import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderMemberId } from "@/lib/domain/ids";
import { ProviderMemberRefs } from "@/lib/domain/provider/inputs";
import { mayReinvite } from "@/lib/domain/provider/member";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { mailThrottle, staffMailQuota } from "@/lib/operations/mail/mail-limits";
import { doneEach } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { lockLinks } from "@/lib/operations/provider/lock-links";
import { providerNameOf } from "@/lib/operations/provider/name-of";
import { sendMemberInvitations } from "@/lib/operations/provider/send-member-invitations";

type ResentRow = { memberId: ProviderMemberId; outcome: "sent" | "member_not_invited" };

/**
 * Sends open invitations again, each with a new link. A member who has accepted meanwhile is told in their
 * row; an id that is not of this provider's team refuses the whole.
 */
export const resendProviderInvitations = defineCommand({
  name: "provider.resend_invitations",
  input: ProviderMemberRefs,
  access: inProvider.invite_staff,
  throttle: ({ actor }) => [mailThrottle(actor)],
  locks: ({ input: { providerId } }) => [team(providerId)],
  quota: ({ tx, input }) => staffMailQuota(tx, input),
  async run({ tx, input: { providerId, memberIds }, now }) {
    const wanted = [...new Set(memberIds)];
    await lockLinks(tx, inArray(oneTimeTokens.providerMemberId, wanted));
    const members = await tx
      .select({
        id: providerMembers.id,
        email: providerMembers.email,
        role: providerMembers.role,
        status: providerMembers.status,
      })
      .from(providerMembers)
      .where(and(eq(providerMembers.providerId, providerId), inArray(providerMembers.id, wanted)))
      .orderBy(providerMembers.id)
      .for("update");
    if (members.length !== wanted.length) throw new NotFound();

    const invited = members.flatMap(({ id, email, role, status }) =>
      mayReinvite({ role, status }).allowed && email ? { memberId: id, email, role } : [],
    );
    const sent = invited.map(({ memberId }) => memberId);
    if (sent.length > 0)
      await tx.update(providerMembers).set({ invitedAt: now }).where(inArray(providerMembers.id, sent));
    await sendMemberInvitations(tx, await providerNameOf(tx, providerId), invited, now);
    const rows = members.map(
      ({ id }): ResentRow => ({ memberId: id, outcome: sent.includes(id) ? "sent" : "member_not_invited" }),
    );
    return doneEach({ rows }, invited, ({ memberId, email }) => ({
      type: "provider_member.reinvited",
      providerId,
      providerMemberId: memberId,
      details: { email },
    }));
  },
});
