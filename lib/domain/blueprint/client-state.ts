import type { Switches } from "@/lib/domain/blueprint/content";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, GroupId } from "@/lib/domain/ids";
import type { AnyPolicyData } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";

/** A client as blueprints see it, with the names of its collections opened: null where one does not open. */
export type ClientState = {
  collections: readonly { id: CollectionId; name: string | null; mayManage: boolean }[];
  groups: readonly { id: GroupId; name: string }[];
  cells: readonly { groupId: GroupId; collectionId: CollectionId; permission: CollectionPermission }[];
  switches: Switches;
  policies: readonly { type: PolicyType; enabled: boolean; data: AnyPolicyData }[];
  /** What its plan includes. */
  includes: { groups: boolean; policies: boolean };
};
