import type { z } from "zod";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type {
  ChangeAccessInCollections,
  ChangeCollectionAccess,
  CollectionTarget,
  CreateCollection,
  CreateCollections,
  DeleteCollections,
  UpdateCollection,
} from "@/lib/domain/collection/inputs";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CreateGroups, ListGroupNames } from "@/lib/domain/group/inputs";
import type { GroupId, OrganizationMemberId } from "@/lib/domain/ids";
import type { ListAssignableMembers } from "@/lib/domain/organization/inputs";
import type { Refusal } from "@/lib/domain/refusal";
import type { Act } from "@/lib/http/result";
import type { GroupNames } from "@/lib/operations/group/list-group-names";
import type {
  AssignableMember,
  AssignableMembers,
} from "@/lib/operations/organization/list-assignable-members";

export type Grant = { memberId: OrganizationMemberId; permission: CollectionPermission };
export type GroupGrant = { groupId: GroupId; permission: CollectionPermission };

/** Who has a collection: members by name, and groups. */
export type Access = { members: readonly Grant[]; groups: readonly GroupGrant[] };

/** Somebody who has a collection, with who they are. */
export type Holder = Grant & Omit<AssignableMember, "id" | "role">;
export type GroupHolder = GroupGrant & { name: string };
export type Holders = { members: readonly Holder[]; groups: readonly GroupHolder[] };

/** What became of each of several. */
export type Rows = { rows: { id: string; refusal: Refusal | null }[] };

/** What pickers of members and groups ask. */
export type HolderQuestions = {
  listMembers: Act<z.input<typeof ListAssignableMembers>, AssignableMembers>;
  listGroups: Act<z.input<typeof ListGroupNames>, GroupNames>;
};

/** What is done with one collection, in the console and from one's own vault. */
export type OneCollectionActions = HolderQuestions & {
  getKey: AskOrganizationKey;
  create: Act<z.input<typeof CreateCollection>, { existed: boolean; ofMaker: readonly Grant[] }>;
  update: Act<z.input<typeof UpdateCollection>>;
  changeAccess: Act<z.input<typeof ChangeCollectionAccess>>;
  remove: Act<z.input<typeof DeleteCollections>, Rows>;
  getCollection: Act<z.input<typeof CollectionTarget>, Holders>;
};

/** What the pages of collections hand down. */
export type CollectionActions = OneCollectionActions & {
  createSeveral: Act<z.input<typeof CreateCollections>, { created: number }>;
  createGroups: Act<z.input<typeof CreateGroups>, { created: number }>;
  changeAccessInSeveral: Act<z.input<typeof ChangeAccessInCollections>, Rows>;
};
