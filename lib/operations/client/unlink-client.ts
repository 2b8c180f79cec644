import "server-only";
import { ClientRef } from "@/lib/domain/provider/inputs";
import { personOf } from "@/lib/operations/account/access";
import { lockClient } from "@/lib/operations/client/internal/lock-client";
import { defineCommand } from "@/lib/operations/command";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { endTie, locksOfTie } from "@/lib/operations/organization/internal/end-tie";
import { doneEach } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";

/**
 * Lets a client go: it lives on without the provider, which keeps nothing of it. Protocol chapter 7.7.
 *
 * @throws {Refused} `no_own_owner` as long as nobody owns it whose place is their own.
 */
export const unlinkClient = defineCommand({
  name: "client.unlink",
  input: ClientRef,
  access: inProvider.unlink_clients,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: ({ tx, input }) => locksOfTie(tx, input),
  async run({ tx, actor, input, now }) {
    const { providerOrganizationId } = await lockClient(tx, input);
    const providerName = await providerNameOf(tx, input.providerId);
    const tie = { ...input, providerOrganizationId, providerName, byProvider: true };
    const events = await endTie(tx, tie, personOf(actor), now);
    return doneEach({ organizationId: input.organizationId }, events, (event) => event);
  },
});
