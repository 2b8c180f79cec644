import { randomUUID } from "node:crypto";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { getCollection } from "@/lib/operations/collection/get-collection";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { inConsole } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";

const it = ({ organizationId, collectionId }: Given) => ({ organizationId, collectionId });

/** Protocol chapter 9.2, in an organization whose owners and admins reach every collection. */
const managers = inConsole(["owner", "admin", "visitors"]);

export const rows = [
  row(listCollections, managers).with(({ organizationId }) => ({ organizationId })),
  row(getCollection, managers).with(it),
  row(createCollection, managers).with(({ organizationId }) => ({
    organizationId,
    collectionId: randomUUID(),
    organizationKeyId: keyOf(organizationId),
    name: sealedText(),
    members: [],
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
  row(deleteCollections, managers).with(({ organizationId, collectionId }) => ({
    organizationId,
    collectionIds: [collectionId],
  })),
];
