import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import type { AuditEvent } from "@/lib/domain/events";
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
import { sendMemberInvitation } from "@/lib/operations/provider/send-member-invitation";

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

    const providerName = await providerNameOf(tx, providerId);
    const rows: ResentRow[] = [];
    const events: AuditEvent[] = [];
    for (const { id, email, ...member } of members) {
      if (!mayReinvite(member).allowed || !email) {
        rows.push({ memberId: id, outcome: "member_not_invited" });
        continue;
      }
      await sendMemberInvitation(tx, { memberId: id, email, role: member.role, providerName }, now);
      await tx.update(providerMembers).set({ invitedAt: now }).where(eq(providerMembers.id, id));
      rows.push({ memberId: id, outcome: "sent" });
      events.push({
        type: "provider_member.reinvited",
        providerId,
        providerMemberId: id,
        details: { email },
      });
    }
    return doneEach({ rows }, events, (event) => event);
  },
});
