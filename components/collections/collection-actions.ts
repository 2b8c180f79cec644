import type { z } from "zod";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type {
  ChangeCollectionAccess,
  CollectionTarget,
  CreateCollection,
  DeleteCollections,
  UpdateCollection,
} from "@/lib/domain/collection/inputs";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import type { ListAssignableMembers } from "@/lib/domain/organization/inputs";
import type { Refusal } from "@/lib/domain/refusal";
import type { Act } from "@/lib/http/result";
import type {
  AssignableMember,
  AssignableMembers,
} from "@/lib/operations/organization/list-assignable-members";

export type Grant = { memberId: OrganizationMemberId; permission: CollectionPermission };

/** Somebody who has a collection, with who they are. */
export type Holder = Grant & Omit<AssignableMember, "id" | "role">;

/** What the pages of collections hand down. */
export type CollectionActions = {
  getKey: AskOrganizationKey;
  create: Act<z.input<typeof CreateCollection>, { existed: boolean }>;
  update: Act<z.input<typeof UpdateCollection>>;
  changeAccess: Act<z.input<typeof ChangeCollectionAccess>>;
  remove: Act<z.input<typeof DeleteCollections>, { rows: { id: string; refusal: Refusal | null }[] }>;
  getCollection: Act<z.input<typeof CollectionTarget>, { members: Holder[] }>;
  listMembers: Act<z.input<typeof ListAssignableMembers>, AssignableMembers>;
};
