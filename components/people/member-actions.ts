import type { ComponentProps } from "react";
import type { z } from "zod";
import type { CollectionGrantsField } from "@/components/collections/collection-grants-field";
import type { ListGroupsAction } from "@/components/people/groups-field";
import type {
  ChangeMemberCollections,
  ChangeMemberGroups,
  ChangeMemberRole,
  MemberTarget,
} from "@/lib/domain/organization/inputs";
import type { Act } from "@/lib/http/result";
import type { OrganizationMember } from "@/lib/operations/organization/get-member";

/** What the tabs of a member's role, groups and collections ask. */
export type MemberTabActions = ComponentProps<typeof CollectionGrantsField>["actions"] & {
  listGroups: ListGroupsAction;
};

/** What the drawer that edits a member is handed. */
export type MemberFormActions = MemberTabActions & {
  getMember: Act<z.input<typeof MemberTarget>, OrganizationMember>;
  changeRole: Act<z.input<typeof ChangeMemberRole>, { changed: boolean }>;
  /** The same for one's own role, where the members are none of theirs with the new one: the page is not made anew. */
  giveUpRole: Act<z.input<typeof ChangeMemberRole>, { changed: boolean }>;
  changeGroups: Act<z.input<typeof ChangeMemberGroups>>;
  changeCollections: Act<z.input<typeof ChangeMemberCollections>>;
};
