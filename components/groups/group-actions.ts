import type { z } from "zod";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";
import type {
  ChangeGroupAccess,
  ChangeGroupMembers,
  CreateGroup,
  DeleteGroups,
  GroupTarget,
  ListGroupMembers,
  MemberAccess,
  RenameGroup,
} from "@/lib/domain/group/inputs";
import type { ListAssignableMembers } from "@/lib/domain/organization/inputs";
import type { Act } from "@/lib/http/result";
import type { ListedCollections } from "@/lib/operations/collection/list-collections";
import type { ResultOfAccess } from "@/lib/operations/group/get-member-access";
import type { GroupMembersPage } from "@/lib/operations/group/list-group-members";
import type { AssignableMembers } from "@/lib/operations/organization/list-assignable-members";

/** What the pages of groups hand down. */
export type GroupActions = {
  getKey: AskOrganizationKey;
  create: Act<z.input<typeof CreateGroup>>;
  rename: Act<z.input<typeof RenameGroup>>;
  changeMembers: Act<z.input<typeof ChangeGroupMembers>>;
  changeAccess: Act<z.input<typeof ChangeGroupAccess>>;
  remove: Act<z.input<typeof DeleteGroups>>;
  getGroup: Act<z.input<typeof GroupTarget>, { grants: z.output<typeof CollectionGrants> }>;
  listGroupMembers: Act<z.input<typeof ListGroupMembers>, GroupMembersPage>;
  listMembers: Act<z.input<typeof ListAssignableMembers>, AssignableMembers>;
  listCollections: Act<{ organizationId: string }, ListedCollections>;
};

/** What the matrix is handed. */
export type MatrixActions = Pick<GroupActions, "getKey" | "changeAccess" | "listMembers"> & {
  getMemberAccess: Act<z.input<typeof MemberAccess>, ResultOfAccess>;
};
