import { accessChanges, isNoChange } from "@/components/collections/access-changes";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { GroupGrants, MemberGrants } from "@/lib/domain/collection/inputs";

type Actions = Pick<OneCollectionActions, "create" | "update" | "getCollection" | "changeAccess">;
type NewCollection = Parameters<OneCollectionActions["create"]>[0];

/**
 * Creates a collection. When an earlier try has created it and only its answer was lost, its name and its access
 * are changed to what this try says. What its maker was given stays.
 */
export async function createOrChangeCollection(actions: Actions, collection: NewCollection) {
  const created = await actions.create(collection);
  if (!created.ok || !created.result.existed) return created;
  const { organizationId, organizationKeyId, collectionId, name, members, groups } = collection;
  const target = { organizationId, collectionId };
  const renamed = await actions.update({ ...target, organizationKeyId, name });
  if (!renamed.ok) return renamed;
  const known = await actions.getCollection(target);
  if (!known.ok) return known;
  const { ofMaker } = created.result;
  const others = MemberGrants.parse(members).filter(({ memberId }) => memberId !== ofMaker[0]?.memberId);
  const wanted = { members: [...others, ...ofMaker], groups: GroupGrants.parse(groups ?? []) };
  const changes = accessChanges(known.result, wanted);
  return isNoChange(changes) ? renamed : actions.changeAccess({ ...target, ...changes });
}
