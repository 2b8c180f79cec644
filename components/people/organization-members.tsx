"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { z } from "zod";
import { useOpenRow } from "@/components/lists/use-open-row";
import { AnswerPerson } from "@/components/people/answer-person";
import { ConfirmInOrganization } from "@/components/people/confirm-in-organization";
import type { MemberFormActions } from "@/components/people/member-actions";
import { MemberDrawer } from "@/components/people/member-drawer";
import { People } from "@/components/people/people";
import type { Rows } from "@/components/people/person";
import { useMemberLeads } from "@/components/people/use-leads";
import { useMemberRoles } from "@/components/people/use-role-choices";
import type { AnswerMember, MemberTarget, MemberTargets } from "@/lib/domain/organization/inputs";
import type { Act } from "@/lib/http/result";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import type { ListedMember } from "@/lib/operations/organization/list-members";

type MemberActions = ComponentProps<typeof ConfirmInOrganization>["actions"] &
  MemberFormActions & {
    resend: Act<z.input<typeof MemberTargets>, Rows>;
    approve: Act<z.input<typeof AnswerMember>>;
    refuse: Act<z.input<typeof AnswerMember>>;
    vouch: Act<z.input<typeof MemberTarget>>;
    revoke: Act<z.input<typeof MemberTargets>, Rows>;
    restore: Act<z.input<typeof MemberTargets>, Rows>;
    remove: Act<z.input<typeof MemberTargets>, Rows>;
  };

type Props = Pick<ComponentProps<typeof People>, "sorts" | "waiting" | "revoked"> & {
  organizationId: string;
  members: readonly ListedMember[];
  /** Which roles and permissions the viewer can give. */
  givable: OrganizationFrame["givable"];
  may: OrganizationFrame["may"];
  actions: MemberActions;
};

/** The members of an organization. */
export function OrganizationMembers(props: Props) {
  const { organizationId, members, givable, may, actions, ...list } = props;
  const [memberId, openMember] = useOpenRow("member");
  const roles = useTranslations("console.roles");
  const leads = useMemberLeads(`/organizations/${organizationId}`, may);
  return (
    <>
      <People
        {...list}
        of="organization"
        people={members.map((member) => ({ ...member, roleName: roles(member.role) }))}
        roles={useMemberRoles(givable.roles)}
        actions={{
          resend: (memberIds) => actions.resend({ organizationId, memberIds }),
          revoke: (memberIds) => actions.revoke({ organizationId, memberIds }),
          restore: (memberIds) => actions.restore({ organizationId, memberIds }),
          remove: (memberIds) => actions.remove({ organizationId, memberIds }),
          changeRole: (memberId, role) => actions.changeRole({ organizationId, memberId, role }),
        }}
        openId={memberId}
        edit={({ id }) => openMember(id)}
        leads={leads}
        confirm={(chosen) => (
          <ConfirmInOrganization {...chosen} organizationId={organizationId} actions={actions} />
        )}
        answer={(answer, person, onClose) => {
          const { revisedAt } = person;
          return revisedAt ? (
            <AnswerPerson
              answer={answer}
              person={person}
              act={() => actions[answer]({ organizationId, memberId: person.id, revisedAt })}
              onClose={onClose}
            />
          ) : null;
        }}
      />
      {memberId ? (
        <MemberDrawer
          key={memberId}
          organizationId={organizationId}
          memberId={memberId}
          givable={givable}
          actions={actions}
          onClose={() => openMember(null)}
        />
      ) : null}
    </>
  );
}
