import "server-only";
import { MakeMyCollection } from "@/lib/domain/collection/inputs";
import { makeOwnCollections } from "@/lib/operations/collection/internal/own-collections";
import { membersWithoutOwn, ownCollectionName } from "@/lib/operations/collection/internal/without-own";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization } from "@/lib/operations/locks";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Makes the collection of one's own that one is to have and has not: whoever gave one the role or the place back had no
 * key to seal its name with. It is not made twice.
 */
export const makeMyCollection = defineCommand({
  name: "collection.make_mine",
  input: MakeMyCollection,
  access: inOrganization.be_there,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, organizationKeyId, collectionId, name }, standing, now }) {
    const memberId = memberIdOf(placeOf(standing));
    if (!memberId) throw new NotFound();
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    const isInForce = (await ownCollectionName(tx, organizationId)) !== null;
    const lacking = isInForce
      ? await membersWithoutOwn(tx, { organizationId, status: "confirmed", memberIds: [memberId] }, 1)
      : [];
    const made = lacking.map((owner) => ({ memberId: owner, collectionId, name }));
    const events = await makeOwnCollections(tx, { organizationId, organizationKeyId, now }, made);
    if (events.length > 0) await advanceOrganization(tx, organizationId);
    return doneEach({ made: events.length }, events, (event) => event);
  },
});
