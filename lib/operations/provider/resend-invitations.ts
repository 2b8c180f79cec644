import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import { ProviderMemberRefs } from "@/lib/domain/provider/inputs";
import { mayReinvite } from "@/lib/domain/provider/member";
import { defineBulk, fitting } from "@/lib/operations/bulk";
import { team } from "@/lib/operations/locks";
import { letterEach, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { inProvider } from "@/lib/operations/provider/access";
import { lockLinks } from "@/lib/operations/provider/internal/lock-links";
import { sendMemberInvitations } from "@/lib/operations/provider/internal/send-member-invitations";

/** Sends open invitations again, each with a new link. Whoever has accepted meanwhile is told in their row. */
export const resendProviderInvitations = defineBulk({
  name: "provider.resend_invitations",
  input: ProviderMemberRefs,
  access: inProvider.invite_staff,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: ({ input: { providerId } }) => [team(providerId)],
  ids: ({ input: { memberIds } }) => memberIds,
  async lock({ tx, input: { providerId, memberIds } }) {
    await lockLinks(tx, inArray(oneTimeTokens.providerMemberId, memberIds));
    return tx
      .select({
        id: providerMembers.id,
        email: providerMembers.email,
        role: providerMembers.role,
        status: providerMembers.status,
        accessEndsAt: providerMembers.accessEndsAt,
      })
      .from(providerMembers)
      .where(and(eq(providerMembers.providerId, providerId), inArray(providerMembers.id, memberIds)))
      .orderBy(providerMembers.id)
      .for("no key update");
  },
  judge: (member, { now }) => fitting(member, mayReinvite(member, now)),
  quotaEach: letterEach(({ email }: { email: string | null }) => email ?? ""),
  async act({ tx, input: { providerId }, now }, members) {
    const ids = members.map(({ id }) => id);
    await tx.update(providerMembers).set({ invitedAt: now }).where(inArray(providerMembers.id, ids));
    const invited = members.map(({ id, email, role }) => ({ memberId: id, email: email ?? "", role }));
    await sendMemberInvitations(tx, providerId, invited, now);
    return [];
  },
  event: ({ id, email }, { input: { providerId } }) => ({
    type: "provider_member.reinvited",
    providerId,
    providerMemberId: id,
    details: { email: email ?? "" },
  }),
});
