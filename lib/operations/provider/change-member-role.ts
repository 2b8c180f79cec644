import "server-only";
import { eq } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import type { AuditEvent } from "@/lib/domain/events";
import { ChangeProviderMemberRole } from "@/lib/domain/provider/inputs";
import {
  isLastingAdmin,
  mayEndAccessAt,
  mayMoveEndOf,
  mayStopBeingAdmin,
} from "@/lib/domain/provider/member";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { accessEndSet } from "@/lib/operations/provider/internal/access-end-set";
import { accountsOf, countLastingAdmins, lockMember } from "@/lib/operations/provider/internal/lock-members";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/**
 * Makes a member a provider admin or a service user, and sets, moves or takes away the date on which their access ends.
 * The last admin who stays goes on being one, and nobody moves the end of their own access.
 */
export const changeProviderMemberRole = defineCommand({
  name: "provider.change_member_role",
  input: ChangeProviderMemberRole,
  access: inProvider.change_staff_roles,
  locks: async ({ tx, input: { providerId, memberId } }) => [
    team(providerId),
    ...(await accountsOf(tx, { providerId, memberIds: [memberId] })),
  ],
  async run({ tx, actor, input: { providerId, memberId, ...input }, now }) {
    const member = await lockMember(tx, { providerId, memberId });
    const after = { ...member, ...input, accessEndsAt: endAfter(member, input) };
    const { role, accessEndsAt } = after;
    const events: AuditEvent[] = [];
    const about = { providerId, providerMemberId: memberId, ...(member.userId && { userId: member.userId }) };
    if (member.role !== role) {
      const details = { email: member.shownEmail, from: member.role, to: role };
      events.push({ type: "provider_member.updated", ...about, details });
    }
    const movesEnd = accessEndsAt?.getTime() !== member.accessEndsAt?.getTime();
    if (movesEnd) {
      assertAllowed(mayEndAccessAt(accessEndsAt, now));
      events.push(accessEndSet({ providerId, memberId, email: member.shownEmail }, accessEndsAt));
    }
    if (events.length === 0) return doneUnrecorded({ memberId, changed: false }, "it was so already");
    if (!isLastingAdmin(after))
      assertAllowed(mayStopBeingAdmin(member, await countLastingAdmins(tx, providerId)));
    if (movesEnd) assertAllowed(mayMoveEndOf(member.userId === personOf(actor)));

    await tx
      .update(providerMembers)
      .set({ role, accessEndsAt, revisedAt: now })
      .where(eq(providerMembers.id, memberId));
    if (member.userId) await advanceAccount(tx, member.userId);
    return doneEach({ memberId, changed: true }, events, (event) => event);
  },
});

type Ending = { accessEndsAt?: Date | null | undefined };

const endAfter = (member: Ending, { accessEndsAt }: Ending): Date | null =>
  (accessEndsAt === undefined ? member.accessEndsAt : accessEndsAt) ?? null;
