import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { AuditEvent } from "@/lib/domain/events";
import type { ProviderId } from "@/lib/domain/ids";
import { InviteProviderMembers } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/mail-limits";
import { doneEach } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { providerNameOf } from "@/lib/operations/provider/name-of";
import { sendMemberInvitation } from "@/lib/operations/provider/send-member-invitation";

type InvitedRow = { email: string; outcome: "invited" | "already_invited" | "already_a_member" };

/**
 * Invites up to 20 people, each with a link of their own. An address that is in the team already is told and
 * passed over; the others are invited all the same.
 */
export const inviteProviderMembers = defineCommand({
  name: "provider.invite_members",
  input: InviteProviderMembers,
  access: inProvider.invite_staff,
  throttle: ({ actor }) => [mailThrottle(actor)],
  // Two admins who invite the same person at once: the second waits, and is told.
  locks: ({ input: { providerId } }) => [team(providerId)],
  quota: ({ input: { emails } }) => mailQuota(emails),
  async run({ tx, input: { providerId, emails, role }, now }) {
    const providerName = await providerNameOf(tx, providerId);
    const known = await knownAddresses(tx, providerId, emails);
    const rows: InvitedRow[] = [];
    const events: AuditEvent[] = [];
    for (const email of emails) {
      const outcome = known.get(email) ?? "invited";
      rows.push({ email, outcome });
      if (outcome !== "invited") continue;
      const [member] = await tx
        .insert(providerMembers)
        .values({
          providerId,
          email,
          role,
          status: "invited",
          invitedAt: now,
          createdAt: now,
          revisedAt: now,
        })
        .returning({ id: providerMembers.id });
      if (!member) throw new Error("an inserted member comes back");
      await sendMemberInvitation(tx, { memberId: member.id, email, role, providerName }, now);
      events.push({
        type: "provider_member.invited",
        providerId,
        providerMemberId: member.id,
        details: { email, role },
      });
    }
    return doneEach({ rows }, events, (event) => event);
  },
});

/** Those of `emails` that stand in the team already: as an invitation, or as a member's account. */
async function knownAddresses(tx: Tx, providerId: ProviderId, emails: string[]) {
  const members = await tx
    .select({ invited: providerMembers.email, account: users.email })
    .from(providerMembers)
    .leftJoin(users, eq(users.id, providerMembers.userId))
    .where(
      and(
        eq(providerMembers.providerId, providerId),
        or(inArray(providerMembers.email, emails), inArray(users.email, emails)),
      ),
    );
  return new Map(
    members.map(({ invited, account }) =>
      account ? [account, "already_a_member" as const] : [invited ?? "", "already_invited" as const],
    ),
  );
}
