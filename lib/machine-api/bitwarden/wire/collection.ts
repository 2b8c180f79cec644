import { permissionFlags } from "@/lib/domain/collection/permission";
import type { SyncForApps } from "@/lib/operations/item/sync-for-apps";

type Collection = SyncForApps["collections"][number];

/** A collection that somebody has, as apps read it. Protocol chapter 5.4. */
export const collectionOf = ({ id, organizationId, name, externalId, isOwn, permission }: Collection) => ({
  ...{ id, organizationId, name, externalId },
  type: isOwn ? 1 : 0,
  defaultUserCollectionEmail: null,
  ...permissionFlags[permission],
  object: "collectionDetails",
});
