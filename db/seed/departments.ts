import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { keyIdOf } from "@/db/seed/client";
import type { Departments } from "@/db/seed/demo-data";
import type { Persona } from "@/db/seed/persona";
import { CollectionId, GroupId, type OrganizationId } from "@/lib/domain/ids";
import { createCollections } from "@/lib/operations/collection/create-collections";
import { execute } from "@/lib/operations/command";
import { changeGroupAccess } from "@/lib/operations/group/change-group-access";
import { createGroups } from "@/lib/operations/group/create-groups";
import { sealCollectionNames } from "@/lib/vault/seal-collection";

type Made<Id = CollectionId> = { name: string; id: Id };

/** Makes collections in one command. */
export async function seedSeveralCollections(
  db: Database,
  organizationId: OrganizationId,
  by: Persona,
  names: readonly string[],
): Promise<Made[]> {
  const sealed = await sealCollectionNames(by.vault, organizationId, names);
  const made = names.map((name) => ({ name, id: CollectionId.parse(randomUUID()) }));
  await execute(db, createCollections, by.actor, {
    organizationId,
    organizationKeyId: await keyIdOf(by, organizationId),
    collections: made.map(({ id }, index) => ({ collectionId: id, name: sealed[index] ?? "" })),
  });
  return made;
}

/** Makes groups, and gives them those collections that the matrix names, whatever the case of their names. Gives the groups. */
export async function seedGroups(
  db: Database,
  organizationId: OrganizationId,
  by: Persona,
  { groups, access }: Departments,
  collections: readonly Made[],
): Promise<Made<GroupId>[]> {
  const made = groups.map((name) => ({ name, id: GroupId.parse(randomUUID()) }));
  const asked = made.map(({ name, id }) => ({ name, groupId: id }));
  await execute(db, createGroups, by.actor, { organizationId, groups: asked });
  const cells = made.flatMap(({ name, id: groupId }) =>
    Object.entries(access[name] ?? {}).flatMap(([column, to]) => {
      const collection = collections.find((each) => each.name.toLowerCase() === column.toLowerCase());
      return collection && to ? [{ groupId, collectionId: collection.id, from: null, to }] : [];
    }),
  );
  await execute(db, changeGroupAccess, by.actor, { organizationId, cells });
  return made;
}
