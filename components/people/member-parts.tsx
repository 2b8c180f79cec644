"use client";

import { useTranslations } from "next-intl";
import type { MemberFormActions } from "@/components/people/member-actions";
import type { MemberEdits } from "@/components/people/member-edits";
import { MemberTabs } from "@/components/people/member-tabs";
import { useMemberRoles } from "@/components/people/use-role-choices";
import { RadioGroup } from "@/components/ui/radio-group";
import { takesPermissions } from "@/lib/domain/organization/custom-role";
import type { OrganizationMember } from "@/lib/operations/organization/get-member";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";

type Props = {
  organizationId: string;
  givable: OrganizationFrame["givable"];
  actions: MemberFormActions;
  member: OrganizationMember;
  edits: MemberEdits;
  onChange: (change: Partial<MemberEdits>) => void;
};

/** What is edited of one member: role, groups and collections. */
export function MemberParts({ organizationId, member, givable, actions, edits, onChange }: Props) {
  const t = useTranslations("members");
  const { role, permissions } = edits.role ?? member;
  const roles = useMemberRoles(
    givable.roles.includes(member.role) ? givable.roles : [...givable.roles, member.role],
  );
  return (
    <>
      {member.name ? <p className="wrap-anywhere text-muted">{member.email}</p> : null}
      <MemberTabs
        role={
          <RadioGroup
            legend={t("inviteDialog.role")}
            name="role"
            options={roles}
            value={role}
            disabled={!member.may.role}
            onChange={({ target }) => {
              const chosen = roles.find(({ value }) => value === target.value);
              if (chosen)
                onChange({
                  role: {
                    role: chosen.value,
                    permissions: takesPermissions(chosen.value) ? permissions : [],
                  },
                });
            }}
          />
        }
        tree={
          takesPermissions(role)
            ? {
                givable: member.may.role ? givable.permissions : [],
                permissions,
                onChange: (next) => onChange({ role: { role, permissions: next } }),
              }
            : null
        }
        groups={
          member.groups && member.may.groups
            ? {
                organizationId,
                listGroups: actions.listGroups,
                chosen: edits.groups ?? member.groups,
                onChange: (groups) => onChange({ groups }),
              }
            : null
        }
        collections={
          member.grants && member.may.collections
            ? {
                organizationId,
                actions,
                grants: edits.grants ?? member.grants,
                hint: t("drawer.byName"),
                onChange: (grants) => onChange({ grants }),
              }
            : null
        }
      />
    </>
  );
}
