import { all, allow, type Decision, refuse } from "@/lib/domain/decision";
import type { ItemType } from "@/lib/domain/item/types";
import {
  type BindingPolicy,
  ownershipTakenBy,
  policiesOf,
  restrictedTypes,
} from "@/lib/domain/policy/combining";

/** Whether somebody whom these policies bind may have one more item of their own, or change one. */
export function mayKeepOwn(policies: readonly BindingPolicy[]): Decision {
  const [organization] = ownershipTakenBy(policies);
  return organization === undefined ? allow : refuse("personal_items_not_allowed", { organization });
}

/** Whether they may take what is their own along as a file. */
export function mayExportOwn(policies: readonly BindingPolicy[]): Decision {
  const [forbidding] = policiesOf(policies, "remove_personal_export");
  return forbidding
    ? refuse("personal_export_not_allowed", { organization: forbidding.organization })
    : allow;
}

/** Whether they may make an item of this type, for themselves or for an organization. */
export function mayMakeItem(
  policies: readonly BindingPolicy[],
  { type, isOwn }: { type: ItemType; isOwn: boolean },
): Decision {
  const [organization] = restrictedTypes(policies).get(type) ?? [];
  return all(
    isOwn ? mayKeepOwn(policies) : allow,
    organization === undefined ? allow : refuse("item_type_restricted", { organization }),
  );
}
