import "server-only";
import { ClientRef } from "@/lib/domain/provider/inputs";
import { mayDeleteClient } from "@/lib/domain/provider/linking";
import { personOf } from "@/lib/operations/account/access";
import { lockClient } from "@/lib/operations/client/internal/lock-client";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { deleteWhole, locksOfDeletion } from "@/lib/operations/organization/internal/delete-whole";
import { hasHadMembers } from "@/lib/operations/organization/internal/has-had-members";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Deletes a client that its provider has made by mistake, with everything that its team has put into it.
 *
 * @throws {Refused} `client_has_had_members` once somebody of the client's own has had its key: from then on it is theirs.
 */
export const deleteClient = defineCommand({
  name: "client.delete",
  input: ClientRef,
  access: recentlyProven(inProvider.unlink_clients),
  locks: ({ tx, actor, input: { organizationId } }) => locksOfDeletion(tx, actor, organizationId),
  async run({ tx, actor, input, now }) {
    await lockClient(tx, input);
    const { organizationId } = input;
    assertAllowed(mayDeleteClient(await hasHadMembers(tx, organizationId)));
    const { providerId } = input;
    const events = await deleteWhole(tx, organizationId, personOf(actor), now, { providerId });
    return done({ organizationId }, ...events);
  },
});
