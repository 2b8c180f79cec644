import "server-only";
import { eq } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import { ChangeProviderMemberRole } from "@/lib/domain/provider/inputs";
import { mayStopBeingAdmin } from "@/lib/domain/provider/member";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import {
  accountsOf,
  countConfirmedAdmins,
  lockMember,
} from "@/lib/operations/provider/internal/lock-members";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/** Makes a member a provider admin or a service user. The last confirmed admin stays one. */
export const changeProviderMemberRole = defineCommand({
  name: "provider.change_member_role",
  input: ChangeProviderMemberRole,
  access: inProvider.change_staff_roles,
  locks: async ({ tx, input: { providerId, memberId } }) => [
    team(providerId),
    ...(await accountsOf(tx, { providerId, memberIds: [memberId] })),
  ],
  async run({ tx, input: { providerId, memberId, role }, now }) {
    const member = await lockMember(tx, { providerId, memberId });
    if (member.role === role)
      return doneUnrecorded({ memberId, changed: false }, "the role was this one already");
    assertAllowed(mayStopBeingAdmin(member, await countConfirmedAdmins(tx, providerId)));

    await tx.update(providerMembers).set({ role, revisedAt: now }).where(eq(providerMembers.id, memberId));
    if (member.userId) await advanceAccount(tx, member.userId);
    return done(
      { memberId, changed: true },
      {
        type: "provider_member.updated",
        providerId,
        providerMemberId: memberId,
        ...(member.userId && { userId: member.userId }),
        details: { email: member.shownEmail, from: member.role, to: role },
      },
    );
  },
});
