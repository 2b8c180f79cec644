import "server-only";
import { eq, sql } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import type { SealedKey } from "@/lib/crypto/types";
import { refuse } from "@/lib/domain/decision";
import { ConfirmProviderMembers } from "@/lib/domain/provider/inputs";
import { mayConfirm } from "@/lib/domain/provider/member";
import { defineBulk } from "@/lib/operations/bulk";
import { givenKeys } from "@/lib/operations/given-keys";
import { pageLink } from "@/lib/operations/links";
import { team } from "@/lib/operations/locks";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { inProvider } from "@/lib/operations/provider/access";
import { accountsOf, lockMembers } from "@/lib/operations/provider/internal/lock-members";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
import { advanceAccounts } from "@/lib/operations/revision/internal/advance";

/**
 * Confirms accepted members, storing the provider key sealed for each. The server sees only its form: it can tell
 * neither whose key it is nor what is inside. Somebody whose key is another by now than the
 * one that was shown is refused (`public_key_changed`). Protocol chapter 7.5.1.
 */
export const confirmProviderMembers = defineBulk({
  name: "provider.confirm_members",
  input: ConfirmProviderMembers,
  access: inProvider.confirm_staff,
  locks: async ({ tx, input: { providerId, people } }) => [
    team(providerId),
    ...(await accountsOf(tx, { providerId, memberIds: people.map(({ memberId }) => memberId) })),
  ],
  ids: ({ input: { people } }) => people.map(({ memberId }) => memberId),
  async lock({ tx, input: { providerId, people } }) {
    const given = new Map(people.map((person) => [person.memberId, person]));
    const members = await lockMembers(tx, { providerId, memberIds: [...given.keys()] });
    return members.map((member) => ({ ...member, given: given.get(member.id) }));
  },
  judge({ id, status, role, userId, account, accessEndsAt, given }, { now }) {
    const decision = mayConfirm({ status, accessEndsAt }, now);
    if (!decision.allowed) return decision;
    if (!userId || !account) return refuse("member_not_accepted");
    if (account.publicKey !== given?.publicKey) return refuse("public_key_changed");
    return { fits: { id, role, userId, account, key: given.providerKeyForMember } };
  },
  async act({ tx, input: { providerId }, now }, members) {
    await tx
      .update(providerMembers)
      .set({
        status: "confirmed",
        providerKeyForMember: sql<SealedKey>`given.key`,
        confirmedAt: now,
        revisedAt: now,
      })
      .from(givenKeys(members))
      .where(eq(providerMembers.id, sql`given.id`));
    const mail = {
      kind: "provider.confirmed",
      link: pageLink(`/providers/${providerId}`),
      providerName: await providerNameOf(tx, providerId),
    } as const;
    await tellAll(
      tx,
      members.map(({ account }) => ({ to: account, mail })),
      now,
    );
    await advanceAccounts(
      tx,
      members.map(({ userId }) => userId),
    );
    return [];
  },
  event: ({ id, userId, account: { email }, role }, { input: { providerId } }) => ({
    type: "provider_member.confirmed",
    providerId,
    providerMemberId: id,
    userId,
    details: { email, role },
  }),
});
