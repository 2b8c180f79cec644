"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { z } from "zod";
import { ConfirmInTeam } from "@/components/people/confirm-in-team";
import { People } from "@/components/people/people";
import type { Person, Rows } from "@/components/people/person";
import { StaffPlaces } from "@/components/people/staff-places";
import { useLogLead } from "@/components/people/use-leads";
import { useTeamRoles } from "@/components/people/use-role-choices";
import type { ChangeProviderMemberRole, ProviderMemberRefs } from "@/lib/domain/provider/inputs";
import {
  leavesOneAdmin,
  losesByRole,
  type ProviderMemberStatus,
  type ProviderRole,
} from "@/lib/domain/provider/member";
import type { Act } from "@/lib/http/result";
import type { StaffPlace } from "@/lib/operations/provider/list-staff-places";

type TeamActions = ComponentProps<typeof ConfirmInTeam>["actions"] & {
  resend: Act<z.input<typeof ProviderMemberRefs>, Rows>;
  changeRole: Act<z.input<typeof ChangeProviderMemberRole>, { changed: boolean }>;
  /** The same for one's own role, when it is lowered: the page is not made anew. */
  giveUpRole: Act<z.input<typeof ChangeProviderMemberRole>, { changed: boolean }>;
  remove: Act<z.input<typeof ProviderMemberRefs>, Rows>;
  /** The places in clients of people who may be removed. */
  listPlaces: Act<z.input<typeof ProviderMemberRefs>, StaffPlace[]>;
};

type Member = Pick<
  Person,
  "id" | "userId" | "name" | "email" | "isYou" | "may" | "invitation" | "accessEndsAt" | "accessEnded"
> & {
  role: ProviderRole;
  status: ProviderMemberStatus;
};

type Props = Pick<ComponentProps<typeof People>, "sorts" | "waiting"> & {
  providerId: string;
  members: readonly Member[];
  /** How many confirmed admins there are whose access does not end by itself. */
  lastingAdmins: number;
  /** Whether only the provider's suspension keeps the viewer from confirming. */
  isHeldBack: boolean;
  actions: TeamActions;
};

/** What only members of a client can be. */
const ofClient = { ofProvider: false, isAsked: false, askedBy: null };

/** A provider's team. */
export function ProviderTeam({ providerId, members, lastingAdmins, isHeldBack, actions, ...list }: Props) {
  const roles = useTranslations("portal.roles");
  const router = useRouter();
  const t = useTranslations("members");
  const isOneLeft = (leave: (member: Member) => boolean) =>
    leavesOneAdmin(
      members.filter(leave).map(({ accessEndsAt = null, ...member }) => ({ ...member, accessEndsAt })),
      lastingAdmins,
    );
  const leads = useLogLead(`/providers/${providerId}`);
  return (
    <People
      {...list}
      of="provider"
      people={members.map((member) => ({ ...member, ...ofClient, roleName: roles(member.role) }))}
      roles={useTeamRoles()}
      leads={leads}
      confirmsAll
      confirmOff={isHeldBack ? t("callout.suspended") : undefined}
      actions={{
        resend: (memberIds) => actions.resend({ providerId, memberIds }),
        remove: (memberIds) => actions.remove({ providerId, memberIds }),
        changeRole: (memberId, role, accessEndsAt) =>
          actions.changeRole({ providerId, memberId, role, accessEndsAt }),
      }}
      givingUp={{
        loses: ({ id, isYou }, role) =>
          members.some((member) => isYou && member.id === id && losesByRole(member.role, role)),
        leavesOneAdmin: isOneLeft(({ isYou }) => isYou),
        change: (memberId, role, accessEndsAt) =>
          actions.giveUpRole({ providerId, memberId, role, accessEndsAt }),
        onDone() {
          router.push(`/providers/${providerId}`);
          router.refresh();
        },
      }}
      confirm={(chosen) => <ConfirmInTeam {...chosen} providerId={providerId} actions={actions} />}
      consequences={(chosen) => (
        <>
          {isOneLeft(({ id }) => chosen.some((person) => person.id === id)) ? (
            <p className="mt-2">{t("oneAdminLeft")}</p>
          ) : null}
          <StaffPlaces providerId={providerId} people={chosen} listPlaces={actions.listPlaces} />
        </>
      )}
    />
  );
}
