import "server-only";
import { MakeOwnCollections } from "@/lib/domain/collection/inputs";
import { expectMembers } from "@/lib/operations/collection/internal/expect-members";
import { makeOwnCollections as make } from "@/lib/operations/collection/internal/own-collections";
import { membersWithoutOwn, ownCollectionName } from "@/lib/operations/collection/internal/without-own";
import { defineCommand } from "@/lib/operations/command";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Makes the collections of members who are to have one of their own. Whoever has one by now, or is to have none any
 * more, is passed over.
 */
export const makeOwnCollections = defineCommand({
  name: "collection.make_own",
  input: MakeOwnCollections,
  access: inOrganization.manage_policies,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, organizationKeyId, collections }, now }) {
    const memberIds = collections.map(({ memberId }) => memberId);
    await expectMembers(tx, organizationId, memberIds, "revoked too");
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    const isInForce = (await ownCollectionName(tx, organizationId)) !== null;
    const lacking = isInForce
      ? await membersWithoutOwn(tx, { organizationId, status: "confirmed", memberIds }, memberIds.length)
      : [];
    const owed = collections.filter(({ memberId }) => lacking.includes(memberId));
    const events = await make(tx, { organizationId, organizationKeyId, now }, owed);
    if (events.length > 0) await advanceOrganization(tx, organizationId);
    return doneEach({ made: events.length }, events, (event) => event);
  },
});
