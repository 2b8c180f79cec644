import "server-only";
import { inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import type { AuditEvent } from "@/lib/domain/events";
import { ChangeMemberCollections } from "@/lib/domain/organization/inputs";
import { mayManageRole } from "@/lib/domain/organization/member";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { expectManagers } from "@/lib/operations/collection/internal/expect-managers";
import { changeGrants, grantMembers, takeGrants } from "@/lib/operations/collection/internal/grants";
import { lockManagedCollections } from "@/lib/operations/collection/internal/lock-collections";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { lockMember } from "@/lib/operations/organization/internal/lock-members";
import { doneEach } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Gives collections to one member by name, changes what they allow, and takes others. The actor manages each of them.
 *
 * @throws {NotFound} when something is given to whoever was revoked.
 * @throws {Refused} `access_changed` when a collection whose permission was to change has been taken from them
 *   meanwhile; `collection_needs_manager` when one would be left without anybody who manages it.
 */
export const changeMemberCollections = defineCommand({
  name: "organization.change_member_collections",
  input: ChangeMemberCollections,
  access: inOrganization.edit_any_collection,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input, standing }) {
    const { organizationId, memberId, given, changed, taken } = input;
    const place = placeOf(standing);
    const member = await lockMember(tx, organizationId, memberId);
    assertAllowed(mayManageRole(place, member.role));
    if (given.length + changed.length > 0)
      await expectKeptFromProvider(tx, place, { organizationId, memberIds: [memberId] });
    const touched = [...[...given, ...changed].map(({ collectionId }) => collectionId), ...taken];
    await lockManagedCollections(tx, place, organizationId, touched, "update");
    const events = await changeEach(tx, input);
    await expectManagers(tx, place, touched);

    if (touched.length > 0) {
      const revisedAt = await advanceOrganization(tx, organizationId);
      await tx.update(collections).set({ revisedAt }).where(inArray(collections.id, touched));
    }
    return doneEach({ memberId }, events, (event) => event);
  },
});

type Changes = z.output<typeof ChangeMemberCollections>;
type CollectionGrant = Changes["given"][number];

/** Each collection that is taken, changed or given has an event of its own. */
async function changeEach(
  tx: Tx,
  { organizationId, memberId, given, changed, taken }: Changes,
): Promise<AuditEvent[]> {
  const theirs = <Of extends object>(grant: Of) => ({ memberId, ...grant });
  const lost = await takeGrants(
    tx,
    organizationId,
    taken.map((collectionId) => ({ memberId, collectionId })),
  );
  await changeGrants(tx, organizationId, changed.map(theirs));
  await grantMembers(tx, organizationId, given.map(theirs));
  const none = { given: [], changed: [], taken: [] };
  const events = (what: keyof typeof none, grants: readonly CollectionGrant[]) =>
    grants.map(
      ({ collectionId, permission }): AuditEvent => ({
        type: "collection.updated",
        organizationId,
        collectionId,
        details: { change: "access", ...none, [what]: [{ memberId, permission }] },
      }),
    );
  return [...events("taken", lost), ...events("changed", changed), ...events("given", given)];
}
