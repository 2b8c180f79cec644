import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import type { ProviderId } from "@/lib/domain/ids";
import { mayBeDeleted } from "@/lib/domain/provider/deleting";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { seatsOf, team } from "@/lib/operations/locks";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { done } from "@/lib/operations/outcome";
import { accountsBehind, confirmedAmong, usersBehind } from "@/lib/operations/people/internal/members";
import { countClients } from "@/lib/operations/provider/internal/count-clients";
import { deleters, providerOfDeletion } from "@/lib/operations/provider/internal/deleters";
import { enterSeats } from "@/lib/operations/provider/internal/enter-seats";
import { lockPlans } from "@/lib/operations/provider/internal/lock-plans";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
import { advanceAccounts, advanceProvider } from "@/lib/operations/revision/internal/advance";
import { addresseeOf } from "@/lib/operations/token/internal/addressee-of";
import { lockToken, Token } from "@/lib/operations/token/internal/find-token";

const teamOf = (providerId: ProviderId) => ({
  of: providerMembers,
  which: eq(providerMembers.providerId, providerId),
});

/**
 * Deletes a provider for good, by the link that one of its admins was mailed. What it had committed itself to ends in the
 * ledger. Its people keep their accounts and are told; the log, the ledger and the invoices go on telling of it.
 *
 * @throws {Refused} `clients_linked`, `email_does_not_match` with both addresses, or a link's refusal.
 */
export const deleteProvider = defineCommand({
  name: "provider.delete",
  input: z.object({ token: Token }),
  access: deleters,
  locks: async ({ tx, input: { token } }) => {
    const providerId = await providerOfDeletion(tx, token);
    if (!providerId) return [];
    return [
      ...(await accountsBehind(tx, teamOf(providerId))),
      // Acts of its people that are under way come first, or find nothing.
      { ...team(providerId), takes: "authority" },
      seatsOf(providerId),
    ];
  },
  async run({ tx, actor, input: { token }, now }) {
    const link = await lockToken(tx, token, ["provider_deletion"], now);
    await addresseeOf(tx, link, actor);
    const { providerId } = link;
    if (!providerId) throw new NotFound();
    assertAllowed(mayBeDeleted(await countClients(tx, providerId)));

    const providerName = await providerNameOf(tx, providerId);
    const people = await usersBehind(tx, teamOf(providerId));
    const told = await confirmedAmong(tx, teamOf(providerId));
    const committed = [...(await lockPlans(tx, providerId))].filter(([, { minimum }]) => minimum > 0);
    const ended = committed.map(([plan, { minimum }]) => ({
      providerId,
      organizationId: null,
      plan,
      before: minimum,
      after: 0,
    }));
    await enterSeats(tx, personOf(actor), "provider_deleted", ended, now);
    const beyond = await advanceProvider(tx, providerId);
    await tx.delete(providers).where(eq(providers.id, providerId));

    const mail = { kind: "provider.deleted", providerName, at: now.toISOString() } as const;
    await tellAll(
      tx,
      told.map((to) => ({ to, mail })),
      now,
    );
    await advanceAccounts(tx, people, beyond);
    return done(
      { name: providerName },
      { type: "provider.deleted", providerId, details: { name: providerName } },
    );
  },
});
