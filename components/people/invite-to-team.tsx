"use client";

import type { z } from "zod";
import { InvitePeople } from "@/components/people/invite-people";
import { useTeamRoles } from "@/components/people/use-role-choices";
import type { InvitedRow } from "@/lib/domain/invitations";
import type { InviteProviderMembers } from "@/lib/domain/provider/inputs";
import type { Act } from "@/lib/http/result";

type Props = {
  providerId: string;
  invite: Act<z.input<typeof InviteProviderMembers>, { rows: InvitedRow[] }>;
};

/** Invites people to a provider's team. */
export function InviteToTeam({ providerId, invite }: Props) {
  return (
    <InvitePeople
      of="provider"
      roles={useTeamRoles()}
      usualRole="service_user"
      asksLastDay
      invite={({ emails, role, accessEndsAt }) => invite({ providerId, emails, role, accessEndsAt })}
    />
  );
}
