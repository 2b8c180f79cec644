import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderId } from "@/lib/domain/ids";
import { InviteProviderMembers } from "@/lib/domain/provider/inputs";
import { mayEndAccessAt, type ProviderRole } from "@/lib/domain/provider/member";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { doneEach } from "@/lib/operations/outcome";
import { invitationRows } from "@/lib/operations/people/internal/invitation-rows";
import { knownAddresses } from "@/lib/operations/people/internal/members";
import { inProvider } from "@/lib/operations/provider/access";
import { accessEndSet } from "@/lib/operations/provider/internal/access-end-set";
import { sendMemberInvitations } from "@/lib/operations/provider/internal/send-member-invitations";

/**
 * Invites up to 20 people, each with a link of their own. An address that is in the team already is told and
 * passed over; the others are invited all the same. With an end of access, the place opens nothing from then on.
 */
export const inviteProviderMembers = defineCommand({
  name: "provider.invite_members",
  input: InviteProviderMembers,
  access: inProvider.invite_staff,
  throttle: ({ actor }) => mailThrottle(actor),
  // Two admins who invite the same person at once: the second waits, and is told.
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, emails, role, accessEndsAt }, now }) {
    assertAllowed(mayEndAccessAt(accessEndsAt, now));
    const known = await knownAddresses(
      tx,
      { of: providerMembers, which: eq(providerMembers.providerId, providerId) },
      emails,
    );
    const rows = await invitationRows(tx, emails, known, now);
    const fresh = rows.flatMap(({ email, outcome }) => (outcome === "invited" ? email : []));
    const invited = await insertInvited(tx, { providerId, role, accessEndsAt }, fresh, now);
    await sendMemberInvitations(tx, providerId, invited, now);
    return doneEach(
      { rows },
      invited,
      ({ memberId, email }) => ({
        type: "provider_member.invited",
        providerId,
        providerMemberId: memberId,
        details: { email, role },
      }),
      ...(accessEndsAt
        ? invited.map(({ memberId, email }) => accessEndSet({ providerId, memberId, email }, accessEndsAt))
        : []),
    );
  },
});

type Place = { providerId: ProviderId; role: ProviderRole; accessEndsAt: Date | null };

async function insertInvited(tx: Tx, place: Place, emails: string[], now: Date) {
  if (emails.length === 0) return [];
  const dates = { invitedAt: now, createdAt: now, revisedAt: now };
  const inserted = await tx
    .insert(providerMembers)
    .values(emails.map((email) => ({ ...place, email, status: "invited" as const, ...dates })))
    .returning({ memberId: providerMembers.id, email: providerMembers.email });
  return inserted.map(({ memberId, email }) => ({ memberId, email: email ?? "", role: place.role }));
}
