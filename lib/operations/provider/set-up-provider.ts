import "server-only";
import { and, eq } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import { sortKey } from "@/lib/domain/names";
import { ProviderDetails } from "@/lib/domain/provider/inputs";
import { SealedKey } from "@/lib/domain/sealed";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { endEnrolmentsByPolicy } from "@/lib/operations/end-enrolments";
import { NotFound, Refused } from "@/lib/operations/errors";
import { pageLink } from "@/lib/operations/links";
import { ownAccount } from "@/lib/operations/locks";
import { tell } from "@/lib/operations/mail/internal/tell";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { enterCommitment } from "@/lib/operations/provider/internal/enter-commitment";
import { insertFirstAdmin } from "@/lib/operations/provider/internal/insert-first-admin";
import { setUpBefore } from "@/lib/operations/provider/internal/set-up-before";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";
import { addresseeOf } from "@/lib/operations/token/internal/addressee-of";
import { lockToken, spendToken, Token } from "@/lib/operations/token/internal/find-token";
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
      .set({ ...details, sortName: sortKey(details.name), status: "billable", setUpAt: now, revisedAt: now })
      .where(and(eq(providers.id, providerId), eq(providers.status, "pending")))
      .returning({ id: providers.id });
    if (!opened) throw new Refused("provider_already_set_up");

    const owner = { providerId, userId, providerKeyForMember };
    const providerMemberId = await insertFirstAdmin(tx, owner, now);
    const ended = await endEnrolmentsByPolicy(tx, userId, now);
    await advanceAccount(tx, userId);
    await enterCommitment(tx, providerId, userId, now);
    await spendToken(tx, link.id, now);
    await tell(
      tx,
      { email, locale },
      {
        kind: "provider.ready",
        link: pageLink(`/providers/${providerId}`),
        providerName: details.name,
      },
      now,
    );
    return done(
      { providerId, existed: false },
      {
        type: "provider.set_up",
        providerId,
        providerMemberId,
        userId,
        details: { name: details.name },
      },
      ...ended,
    );
  },
});
