"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { z } from "zod";
import { AnswerPerson } from "@/components/people/answer-person";
import { ConfirmInOrganization } from "@/components/people/confirm-in-organization";
import { People } from "@/components/people/people";
import type { Rows } from "@/components/people/person";
import { useMemberRoles } from "@/components/people/use-role-choices";
import type { ChangeMemberRole, MemberTarget, MemberTargets } from "@/lib/domain/organization/inputs";
import type { OrganizationPermission } from "@/lib/domain/organization/permissions";
import type { Act } from "@/lib/http/result";
import type { ListedMember } from "@/lib/operations/organization/list-members";

type MemberActions = ComponentProps<typeof ConfirmInOrganization>["actions"] & {
  resend: Act<z.input<typeof MemberTargets>, Rows>;
  approve: Act<z.input<typeof MemberTarget>>;
  refuse: Act<z.input<typeof MemberTarget>>;
  changeRole: Act<z.input<typeof ChangeMemberRole>, { changed: boolean }>;
  revoke: Act<z.input<typeof MemberTargets>, Rows>;
  restore: Act<z.input<typeof MemberTargets>, Rows>;
  remove: Act<z.input<typeof MemberTargets>, Rows>;
};

type Props = Pick<ComponentProps<typeof People>, "sorts" | "waiting"> & {
  organizationId: string;
  members: readonly ListedMember[];
  /** What the viewer may do in the organization. */
  may: readonly OrganizationPermission[];
  actions: MemberActions;
};

/** The members of an organization. */
export function OrganizationMembers(props: Props) {
  const { organizationId, members, may, actions, ...list } = props;
  const roles = useTranslations("console.roles");
  return (
    <People
      {...list}
      of="organization"
      people={members.map((member) => ({ ...member, roleName: roles(member.role) }))}
      roles={useMemberRoles(may)}
      actions={{
        resend: (memberIds) => actions.resend({ organizationId, memberIds }),
        revoke: (memberIds) => actions.revoke({ organizationId, memberIds }),
        restore: (memberIds) => actions.restore({ organizationId, memberIds }),
        remove: (memberIds) => actions.remove({ organizationId, memberIds }),
        changeRole: (memberId, role) => actions.changeRole({ organizationId, memberId, role }),
      }}
      confirm={(chosen) => (
        <ConfirmInOrganization {...chosen} organizationId={organizationId} actions={actions} />
      )}
      answer={(answer, person, onClose) => (
        <AnswerPerson
          answer={answer}
          person={person}
          act={() => actions[answer]({ organizationId, memberId: person.id })}
          onClose={onClose}
        />
      )}
    />
  );
}
