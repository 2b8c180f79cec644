"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { InvitePeople } from "@/components/people/invite-people";
import type { MemberTabActions } from "@/components/people/member-actions";
import { MemberTabs } from "@/components/people/member-tabs";
import { useMemberRoles } from "@/components/people/use-role-choices";
import type { InvitedRow } from "@/lib/domain/invitations";
import { takesPermissions } from "@/lib/domain/organization/custom-role";
import type { InviteMembers } from "@/lib/domain/organization/inputs";
import type { Act } from "@/lib/http/result";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";

type Props = MemberTabActions & {
  organizationId: string;
  /** What the viewer may do in the organization, and give. */
  frame: Pick<OrganizationFrame, "may" | "givable">;
  invite: Act<z.input<typeof InviteMembers>, { rows: InvitedRow[] }>;
};

/**
 * Invites people to an organization, with their role, their groups, and what is shared with them once they are
 * confirmed.
 */
export function InviteToOrganization({ organizationId, frame, invite, ...actions }: Props) {
  const t = useTranslations("members.inviteDialog.grants");
  const { may, givable } = frame;
  return (
    <InvitePeople
      of="organization"
      roles={useMemberRoles(givable.roles)}
      usualRole="user"
      invite={({ emails, role, given }) =>
        invite({
          organizationId,
          emails,
          role,
          permissions: takesPermissions(role) ? given.permissions : [],
          groupIds: given.groups.map(({ id }) => id),
          collections: given.collections,
        })
      }
      more={(role, chosen, given, onChange) => (
        <MemberTabs
          role={role}
          tree={
            takesPermissions(chosen)
              ? {
                  givable: givable.permissions,
                  permissions: given.permissions,
                  onChange: (permissions) => onChange({ ...given, permissions }),
                }
              : null
          }
          groups={
            may.includes("manage_groups")
              ? {
                  organizationId,
                  listGroups: actions.listGroups,
                  chosen: given.groups,
                  onChange: (groups) => onChange({ ...given, groups }),
                }
              : null
          }
          collections={
            may.includes("read_collections")
              ? {
                  organizationId,
                  actions,
                  grants: given.collections,
                  hint: t("collectionsHint"),
                  onChange: (collections) => onChange({ ...given, collections }),
                }
              : null
          }
        />
      )}
    />
  );
}
