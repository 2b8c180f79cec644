"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { z } from "zod";
import { CollectionGrantsField } from "@/components/people/collection-grants-field";
import { InvitePeople } from "@/components/people/invite-people";
import { useMemberRoles } from "@/components/people/use-role-choices";
import type { InvitedRow } from "@/lib/domain/invitations";
import type { InviteMembers } from "@/lib/domain/organization/inputs";
import type { OrganizationPermission } from "@/lib/domain/organization/permissions";
import type { Act } from "@/lib/http/result";

type Props = ComponentProps<typeof CollectionGrantsField>["actions"] & {
  organizationId: string;
  /** What the viewer may do in the organization. */
  may: readonly OrganizationPermission[];
  invite: Act<z.input<typeof InviteMembers>, { rows: InvitedRow[] }>;
};

/** Invites people to an organization, with what is shared with them once they are confirmed. */
export function InviteToOrganization({ organizationId, may, invite, ...actions }: Props) {
  const t = useTranslations("members.inviteDialog.grants");
  return (
    <InvitePeople
      of="organization"
      roles={useMemberRoles(may)}
      usualRole="user"
      invite={(invitation) => invite({ organizationId, ...invitation })}
      grants={(grants, onChange) => (
        <CollectionGrantsField
          organizationId={organizationId}
          actions={actions}
          grants={grants}
          hint={t("collectionsHint")}
          onChange={onChange}
        />
      )}
    />
  );
}
