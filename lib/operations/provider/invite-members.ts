import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { ProviderId } from "@/lib/domain/ids";
import type { InvitedRow } from "@/lib/domain/invitations";
import { InviteProviderMembers } from "@/lib/domain/provider/inputs";
import type { ProviderRole } from "@/lib/domain/provider/member";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { doneEach } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
import { sendMemberInvitations } from "@/lib/operations/provider/internal/send-member-invitations";

/**
 * Invites up to 20 people, each with a link of their own. An address that is in the team already is told and
 * passed over; the others are invited all the same.
 */
export const inviteProviderMembers = defineCommand({
  name: "provider.invite_members",
  input: InviteProviderMembers,
  access: inProvider.invite_staff,
  throttle: ({ actor }) => mailThrottle(actor),
  // Two admins who invite the same person at once: the second waits, and is told.
  locks: ({ input: { providerId } }) => [team(providerId)],
  quota: ({ input: { emails } }) => mailQuota(emails),
  async run({ tx, input: { providerId, emails, role }, now }) {
    const providerName = await providerNameOf(tx, providerId);
    const known = await knownAddresses(tx, providerId, emails);
    const rows = emails.map((email): InvitedRow => ({ email, outcome: known.get(email) ?? "invited" }));
    const fresh = rows.flatMap(({ email, outcome }) => (outcome === "invited" ? email : []));
    const invited = await insertInvited(tx, { providerId, role }, fresh, now);
    await sendMemberInvitations(tx, providerName, invited, now);
    return doneEach({ rows }, invited, ({ memberId, email }) => ({
      type: "provider_member.invited",
      providerId,
      providerMemberId: memberId,
      details: { email, role },
    }));
  },
});

type Place = { providerId: ProviderId; role: ProviderRole };

async function insertInvited(tx: Tx, place: Place, emails: string[], now: Date) {
  if (emails.length === 0) return [];
  const dates = { invitedAt: now, createdAt: now, revisedAt: now };
  const inserted = await tx
    .insert(providerMembers)
    .values(emails.map((email) => ({ ...place, email, status: "invited" as const, ...dates })))
    .returning({ memberId: providerMembers.id, email: providerMembers.email });
  return inserted.map(({ memberId, email }) => ({ memberId, email: email ?? "", role: place.role }));
}

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
