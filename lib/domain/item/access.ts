import { reachesAll, reachesUnassigned } from "@/lib/domain/collection/access";
import {
  type CollectionPermission,
  mayEditItems,
  mayViewPasswords,
} from "@/lib/domain/collection/permission";
import { all, allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import { mayInOrganization, type OrganizationStanding } from "@/lib/domain/organization/member";

/**
 * The facts about one item that rules judge by. `permissions` are the actor's own, in the collections that the
 * item is in.
 */
export type ItemStanding =
  | {
      owner: "self";
      /** The organization whose policy leaves the person's own items to be read only. */
      frozenBy?: string | null;
    }
  | {
      owner: "organization";
      standing: OrganizationStanding;
      permissions: CollectionPermission[];
      /** It is in no collection. */
      isUnassigned?: boolean;
      /** It is in members' own collections and in no other: whoever reaches all does not reach it. */
      isPersonal?: boolean;
    }
  | null;

/** If an item is in several collections, whatever one of them allows is allowed. Protocol chapter 9.1. */
function judge(item: ItemStanding, suffices: (permission: CollectionPermission) => boolean): Decision {
  if (!item) return hide;
  if (item.owner === "self") return allow;
  const { standing } = item;
  const sees = mayInOrganization("be_there", standing);
  if (!sees.allowed) return sees;
  if (standing?.state === "suspended") return refuse("organization_suspended");
  if (item.isPersonal) return item.permissions.some(suffices) ? allow : hide;
  if (standing?.capacity.as === "provider") return mayInOrganization("use_items", standing);
  const reaches = item.isUnassigned ? reachesUnassigned(standing) : reachesAll(standing);
  return reaches || item.permissions.some(suffices) ? allow : hide;
}

export const mayReadItem = (item: ItemStanding): Decision => judge(item, () => true);

export const mayEditItem = (item: ItemStanding): Decision =>
  item?.owner === "self" && item.frozenBy
    ? refuse("personal_items_not_allowed", { organization: item.frozenBy })
    : judge(item, mayEditItems);

/** Whether somebody may show and copy the password. The server cannot enforce this on a device that has the key. */
export const mayRevealPassword = (item: ItemStanding): Decision => judge(item, mayViewPasswords);

export const mayDeleteItem = (item: ItemStanding): Decision =>
  judge(item, (permission) =>
    item?.owner === "organization" && item.standing?.switches.deletionNeedsManage
      ? permission === "manage"
      : mayEditItems(permission),
  );

/**
 * Whether somebody changes in which collections an item is. Whoever may not see its password, or not delete it, may not
 * either: they could put it where they may, and take it from everybody else.
 */
export const mayAssignItem = (item: ItemStanding): Decision =>
  item?.owner === "organization"
    ? all(mayEditItem(item), mayRevealPassword(item), mayDeleteItem(item))
    : hide;

/**
 * Whether an item of somebody's own may become an organization's: of one that they are a member of. They are frozen
 * by no policy here, since data ownership asks for just that.
 */
export function mayShareItem(item: ItemStanding, into: OrganizationStanding): Decision {
  const isThere = mayInOrganization("be_there", into);
  return isThere.allowed && (item?.owner !== "self" || into?.capacity.as !== "member") ? hide : isThere;
}

/** Whether somebody leaves an item in no collection that they have: who reaches those finds it again. */
export const mayLeaveUnassigned = (standing: OrganizationStanding): Decision =>
  reachesUnassigned(standing) ? allow : refuse("item_needs_collection");

/** What a page offers to do with an item. It is what the operations would allow. */
export const mayWithItem = (item: ItemStanding) => ({
  edit: mayEditItem(item).allowed,
  delete: mayDeleteItem(item).allowed,
  reveal: mayRevealPassword(item).allowed,
  assign: mayAssignItem(item).allowed,
});
