import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import type { UserId } from "@/lib/domain/ids";
import { ProviderDetails } from "@/lib/domain/provider/inputs";
import { SealedKey } from "@/lib/domain/sealed";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { enterSeats } from "@/lib/operations/client/internal/enter-seats";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { pageLink } from "@/lib/operations/links";
import { ownAccount } from "@/lib/operations/locks";
import { tell } from "@/lib/operations/mail/internal/tell";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";
import { addresseeOf } from "@/lib/operations/token/internal/addressee-of";
import { lockToken, spendToken, Token } from "@/lib/operations/token/internal/find-token";
import { hashOfToken } from "@/lib/operations/token/internal/issue-token";
import { teamOfLink } from "@/lib/operations/token/internal/locks-of-link";

/**
 * Sets a pending provider up: its owner becomes its first confirmed admin, with the provider key that their
 * browser has just made, sealed for them. The same person with the same sealed key is the same form again: nothing
 * changes, and the answer says that it existed. Protocol chapter 7.4.
 *
 * @throws {Refused} `email_does_not_match` with both addresses, `provider_already_set_up`, or a link's refusal.
 */
export const setUpProvider = defineCommand({
  name: "provider.set_up",
  input: ProviderDetails.extend({ token: Token, providerKeyForMember: SealedKey }),
  access: signedIn,
  locks: async ({ tx, actor, input: { token } }) => [...ownAccount(actor), ...(await teamOfLink(tx, token))],
  async run({ tx, actor, input: { token, providerKeyForMember, ...details }, now }) {
    const userId = personOf(actor);
    const before = await setUpBefore(tx, { token, userId, providerKeyForMember });
    if (before) return doneUnrecorded({ providerId: before, existed: true }, "the same form came twice");
    const link = await lockToken(tx, token, ["provider_set_up"], now);
    const { email, locale } = await addresseeOf(tx, link, actor);
    const { providerId } = link;
    if (!providerId) throw new NotFound();

    const [opened] = await tx
      .update(providers)
      .set({ ...details, status: "billable", setUpAt: now, revisedAt: now })
      .where(and(eq(providers.id, providerId), eq(providers.status, "pending")))
      .returning({ id: providers.id });
    if (!opened) throw new Refused("provider_already_set_up");

    const [owner] = await tx
      .insert(providerMembers)
      .values({
        providerId,
        userId,
        role: "provider_admin",
        status: "confirmed",
        providerKeyForMember,
        acceptedAt: now,
        confirmedAt: now,
        createdAt: now,
        revisedAt: now,
      })
      .returning({ id: providerMembers.id });
    if (!owner) throw new Error("an inserted member comes back");
    await advanceAccount(tx, userId);
    const committed = await tx
      .select({ plan: providerPlans.plan, after: providerPlans.seatMinimum })
      .from(providerPlans)
      .where(eq(providerPlans.providerId, providerId));
    const entries = committed.map((plan) => ({ providerId, organizationId: null, before: 0, ...plan }));
    await enterSeats(tx, userId, "set_up", entries, now);
    await spendToken(tx, link.id, now);
    await tell(
      tx,
      { email, locale },
      {
        kind: "provider.ready",
        link: pageLink(`/providers/${providerId}/clients`),
        providerName: details.name,
      },
      now,
    );
    return done(
      { providerId, existed: false },
      {
        type: "provider.set_up",
        providerId,
        providerMemberId: owner.id,
        userId,
        details: { name: details.name },
      },
    );
  },
});

type Form = { token: string; userId: UserId; providerKeyForMember: string };

/** The provider that this person has set up with this link and this key already. */
async function setUpBefore(tx: Tx, { token, userId, providerKeyForMember }: Form) {
  const [made] = await tx
    .select({ providerId: providerMembers.providerId })
    .from(oneTimeTokens)
    .innerJoin(providerMembers, eq(providerMembers.providerId, oneTimeTokens.providerId))
    .where(
      and(
        eq(oneTimeTokens.hash, hashOfToken(token)),
        isNotNull(oneTimeTokens.usedAt),
        eq(providerMembers.userId, userId),
        eq(sql`${providerMembers.providerKeyForMember}`, providerKeyForMember),
      ),
    );
  return made?.providerId ?? null;
}
