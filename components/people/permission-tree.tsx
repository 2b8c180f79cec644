"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { CustomPermission } from "@/lib/domain/organization/permissions";

/** The tree as it is shown: single permissions, and one branch that stands for several. */
const branches = [
  ["event_logs"],
  ["import_export"],
  ["reports"],
  ["create_collections", "edit_any_collection", "delete_any_collection"],
  ["manage_groups"],
  ["manage_policies"],
  ["manage_sso"],
  ["manage_users"],
  ["manage_account_recovery"],
  ["manage_scim"],
] as const satisfies readonly (readonly CustomPermission[])[];

type Props = {
  /** What the viewer can give; the rest is shown and stays as it is. */
  givable: readonly CustomPermission[];
  permissions: readonly CustomPermission[];
  onChange: (permissions: CustomPermission[]) => void;
};

/** What a custom role may do. */
export function PermissionTree({ givable, permissions, onChange }: Props) {
  const t = useTranslations("members.permissions");
  const has = (permission: CustomPermission) => permissions.includes(permission);

  function set(which: readonly CustomPermission[], isTicked: boolean) {
    const free = which.filter((permission) => givable.includes(permission));
    const rest = permissions.filter((permission) => !free.includes(permission));
    onChange(isTicked ? [...rest, ...free] : rest);
  }

  const box = (permission: CustomPermission) => (
    <Checkbox
      checked={has(permission)}
      disabled={!givable.includes(permission)}
      onChange={({ target }) => set([permission], target.checked)}
    >
      {t(permission)}
    </Checkbox>
  );

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-label text-muted">{t("legend")}</legend>
      <ul className="flex flex-col gap-1.5">
        {branches.map((branch) => {
          const [first] = branch;
          if (branch.length === 1) return <li key={first}>{box(first)}</li>;
          return (
            <li key={first}>
              <Checkbox
                checked={branch.every(has)}
                partly={branch.some(has) && !branch.every(has)}
                disabled={!branch.some((permission) => givable.includes(permission))}
                onChange={({ target }) => set(branch, target.checked)}
              >
                {t("collections")}
              </Checkbox>
              <ul className="mt-1.5 flex flex-col gap-1.5 ps-6.5">
                {branch.map((permission) => (
                  <li key={permission}>{box(permission)}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
