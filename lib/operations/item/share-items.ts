import "server-only";
import { all } from "@/lib/domain/decision";
import { ShareItems } from "@/lib/domain/item/inputs";
import { mayMakeItem } from "@/lib/domain/policy/items";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { itemSharers } from "@/lib/operations/item/access";
import { expectAllAttachments, moveAttachments } from "@/lib/operations/item/internal/attachments-anew";
import { eventsOfItems } from "@/lib/operations/item/internal/events-of-items";
import { holdCollections } from "@/lib/operations/item/internal/hold-collections";
import { lockAsKnown, moveToOrganization } from "@/lib/operations/item/internal/move-to-organization";
import { putIntoCollections } from "@/lib/operations/item/internal/put-into-collections";
import { expectStorage } from "@/lib/operations/item/internal/storage-of";
import { keyOfWriter } from "@/lib/operations/key/internal/key-of-writer";
import { organization, ownAccount } from "@/lib/operations/locks";
import { placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";
import { bindingPolicies } from "@/lib/operations/policy/internal/binding-policies";
import { advanceAccount, advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Makes items of the actor's own an organization's, in collections that they may put items into. What the items are
 * to the actor, such as a favourite, stays so. All of them or none.
 *
 * @throws {Refused} `item_out_of_date` when one of them was changed since it was sealed anew, and
 * `organization_key_replaced` when the organization has another key by now.
 */
export const shareItems = defineCommand({
  name: "item.share",
  input: ShareItems,
  access: itemSharers,
  // What the organization's files take is counted, where there are more of them.
  locks: ({ actor, input: { organizationId, items } }) => [
    ...ownAccount(actor),
    ...(items.some(({ attachments }) => attachments.length > 0) ? [organization(organizationId)] : []),
  ],
  async run({ tx, actor, input, standing: { into }, now }) {
    const { organizationId, organizationKeyId, collectionIds, items } = input;
    const userId = personOf(actor);
    await holdCollections(tx, placeOf(into), organizationId, collectionIds);
    const keyId = await keyOfWriter(tx, actor, organizationId, organizationKeyId);
    await lockAsKnown(tx, items);
    await expectAllAttachments(tx, items);
    await expectStorage(tx, organizationId, items, now);
    const policies = await bindingPolicies(tx, userId);
    const types = [...new Set(items.map(({ type }) => type))];
    assertAllowed(all(...types.map((type) => mayMakeItem(policies, { type, isOwn: false }))));

    await advanceAccount(tx, userId);
    const revisedAt = await advanceOrganization(tx, organizationId);
    await moveToOrganization(tx, { organizationId, organizationKeyId: keyId, revisedAt }, items);
    await moveAttachments(tx, organizationId, items);
    const itemIds = items.map(({ itemId }) => itemId);
    await putIntoCollections(tx, organizationId, itemIds, collectionIds);
    const events = eventsOfItems("cipher.shared", itemIds, { organizationId, userId });
    return doneEach({ count: itemIds.length }, events, (event) => event);
  },
});
