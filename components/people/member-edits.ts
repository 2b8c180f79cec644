import type { z } from "zod";
import { areChanges, collectionChanges } from "@/components/people/collection-changes";
import type { MemberFormActions } from "@/components/people/member-actions";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";
import { isSameRole, type RoleWith } from "@/lib/domain/organization/custom-role";
import type { ActionResult } from "@/lib/http/result";
import type { OrganizationMember } from "@/lib/operations/organization/get-member";

/** What a member is to be: role, groups and collections, each null while nobody has changed it. */
export type MemberEdits = {
  role: RoleWith | null;
  groups: { id: string; name: string }[] | null;
  grants: z.input<typeof CollectionGrants> | null;
};

export const noEdits: MemberEdits = { role: null, groups: null, grants: null };

const without = (some: readonly { id: string }[], others: readonly { id: string }[]) =>
  some.flatMap(({ id }) => (others.some((other) => other.id === id) ? [] : id));

type Send = () => Promise<ActionResult<unknown>>;

/** What is to be sent for these edits: only what differs from what was read, one command for each part. */
export function commandsFor(
  organizationId: string,
  member: OrganizationMember,
  edits: MemberEdits,
  actions: MemberFormActions,
): Send[] {
  const target = { organizationId, memberId: member.id };
  const { role } = edits;
  const groups = edits.groups && {
    given: without(edits.groups, member.groups ?? []),
    taken: without(member.groups ?? [], edits.groups),
  };
  const grants = edits.grants && collectionChanges(member.grants ?? [], edits.grants);
  const commands: (Send | false | null)[] = [
    role &&
      !isSameRole(member, role) &&
      (() => actions.changeRole({ ...target, role: role.role, permissions: [...role.permissions] })),
    groups &&
      groups.given.length + groups.taken.length > 0 &&
      (() => actions.changeGroups({ ...target, ...groups })),
    grants && areChanges(grants) && (() => actions.changeCollections({ ...target, ...grants })),
  ];
  return commands.filter((command) => typeof command === "function");
}
