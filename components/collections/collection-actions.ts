import type { z } from "zod";
import type { KeyQuestion } from "@/components/vaults/organization-vault";
import type {
  CollectionTarget,
  CreateCollection,
  SetCollectionAccess,
  UpdateCollection,
} from "@/lib/domain/collection/inputs";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import type { ActionResult } from "@/lib/http/result";
import type { AssignableMember } from "@/lib/operations/organization/list-assignable-members";

export type Grant = { memberId: OrganizationMemberId; permission: CollectionPermission };

type Act<Input, Result = unknown> = (input: Input) => Promise<ActionResult<Result>>;

/** What the pages of collections hand down. */
export type CollectionActions = {
  getKey: KeyQuestion;
  create: Act<z.input<typeof CreateCollection>>;
  update: Act<z.input<typeof UpdateCollection>>;
  setAccess: Act<z.input<typeof SetCollectionAccess>>;
  remove: Act<z.input<typeof CollectionTarget>>;
  getCollection: Act<z.input<typeof CollectionTarget>, { members: Grant[] }>;
  listMembers: Act<{ organizationId: string }, AssignableMember[]>;
};
