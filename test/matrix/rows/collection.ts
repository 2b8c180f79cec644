import { randomUUID } from "node:crypto";
import { changeAccessInCollections } from "@/lib/operations/collection/change-access-in-collections";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { createCollections } from "@/lib/operations/collection/create-collections";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { getCollection } from "@/lib/operations/collection/get-collection";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { listOwedCollections } from "@/lib/operations/collection/list-owed-collections";
import { makeMyCollection } from "@/lib/operations/collection/make-my-collection";
import { makeOwnCollections } from "@/lib/operations/collection/make-own-collections";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { inConsole } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aPolicy } from "@/test/policies";

const it = ({ organizationId, collectionId }: Given) => ({ organizationId, collectionId });

// Protocol chapter 9.2, in an organization whose owners and admins reach every collection.
const all = ["owner", "admin", "visitors"] as const;
const readers = inConsole([...all, "custom: edit_any_collection", "custom: delete_any_collection"]);
const makers = inConsole([...all, "custom: create_collections"]);
/** And whoever manages this one. */
const managers = inConsole([...all, "custom: edit_any_collection", "manage"]);
/** Whoever sees them all, and whoever manages this one. */
const holders = inConsole([...all, "custom: edit_any_collection", "custom: delete_any_collection", "manage"]);
/** Where deleting is limited, managing is not enough. */
const deleters = inConsole([...all, "custom: delete_any_collection"], { manage: "deletion_is_limited" });

/** Whoever sets policies makes what they ask for. */
const policyMakers = inConsole([...all, "custom: manage_policies"]);

/** The organization owns what its members save. */
async function owned({ tx, organizationId }: Given) {
  await aPolicy(tx, organizationId, "data_ownership");
  return { organizationId, organizationKeyId: keyOf(organizationId) };
}

export const rows = [
  row(listCollections, readers).with(({ organizationId }) => ({ organizationId })),
  row(getCollection, holders).with(it),
  row(createCollection, makers).with(({ organizationId }) => ({
    organizationId,
    collectionId: randomUUID(),
    organizationKeyId: keyOf(organizationId),
    name: sealedText(),
    members: [],
  })),
  row(createCollections, makers).with(({ organizationId }) => ({
    organizationId,
    organizationKeyId: keyOf(organizationId),
    collections: [{ collectionId: randomUUID(), name: sealedText() }],
  })),
  row(listOwedCollections, policyMakers).with(({ organizationId }) => ({ organizationId })),
  row(makeOwnCollections, policyMakers).with(async (given) => ({
    ...(await owned(given)),
    collections: [{ memberId: given.others.member.memberId, collectionId: randomUUID(), name: sealedText() }],
  })),
  // Whoever is bound by the policy makes theirs, and for others there is nothing to make.
  row(makeMyCollection, inConsole(["owner", "admin", "customs", "given"])).with(async (given) => ({
    ...(await owned(given)),
    collectionId: randomUUID(),
    name: sealedText(),
  })),
  row(updateCollection, managers).with((given) => ({
    ...it(given),
    organizationKeyId: keyOf(given.organizationId),
    name: sealedText(),
  })),
  row(changeCollectionAccess, managers).with((given) => ({
    ...it(given),
    given: [{ memberId: given.others.member.memberId, permission: "view" }],
    changed: [],
    taken: [],
  })),
  row(changeAccessInCollections, managers).with(({ organizationId, collectionId, others }) => ({
    organizationId,
    collectionIds: [collectionId],
    holder: { memberId: others.member.memberId },
    permission: "view",
  })),
  row(deleteCollections, deleters).with(({ organizationId, collectionId }) => ({
    organizationId,
    collectionIds: [collectionId],
  })),
];
