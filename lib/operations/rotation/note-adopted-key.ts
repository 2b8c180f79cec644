import "server-only";
import { and, eq, gte } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { NoteAdoptedKey } from "@/lib/domain/rotation/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { ownAccount } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { asClient } from "@/lib/operations/organization/internal/both-logs";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Writes down that somebody's browser has taken the organization's new key, which it found to come after the one that
 * it remembered. Once for each person and key, whatever the number of their devices.
 */
export const noteAdoptedKey = defineCommand({
  name: "rotation.note_adopted_key",
  input: NoteAdoptedKey,
  access: inOrganization.be_there,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { organizationId, organizationKeyId }, standing }) {
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    const [key] = await tx
      .select({ since: organizations.keyRotatedAt })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!key?.since) return doneUnrecorded(null, "the organization still has its first key");
    const noted = await tx.$count(
      events,
      and(
        eq(events.log, organizationId),
        eq(events.actorId, personOf(actor)),
        eq(events.type, "organization.key_adopted"),
        gte(events.at, key.since),
      ),
    );
    if (noted > 0) return doneUnrecorded(null, "it stands in the log already");
    const { capacity } = placeOf(standing);
    const client = capacity.as === "provider" ? await asClient(tx, organizationId) : null;
    const inOrganizationsLog = { type: "organization.key_adopted", organizationId } as const;
    if (!client) return done(null, inOrganizationsLog);
    const { providerId, providerOrganizationId, client: name } = client;
    return done(null, inOrganizationsLog, {
      type: "client.key_adopted",
      providerId,
      providerOrganizationId,
      details: { client: name },
    });
  },
});
