"use client";

import type { Act } from "@/components/people/act";
import { InvitePeople } from "@/components/people/invite-people";
import { useTeamRoles } from "@/components/people/use-role-choices";
import type { InvitedRow } from "@/lib/domain/invitations";
import type { InviteProviderMembers } from "@/lib/domain/provider/inputs";

type Props = {
  providerId: string;
  invite: Act<typeof InviteProviderMembers, { rows: InvitedRow[] }>;
};

/** Invites people to a provider's team. */
export function InviteToTeam({ providerId, invite }: Props) {
  return (
    <InvitePeople
      of="provider"
      roles={useTeamRoles()}
      usualRole="service_user"
      invite={({ emails, role }) => invite({ providerId, emails, role })}
    />
  );
}
