"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/forms/use-act";
import { AnswerMember } from "@/components/organizations/answer-member";
import { ConfirmInOrganization } from "@/components/organizations/confirm-in-organization";
import type { MemberActions, MemberTask } from "@/components/organizations/member-actions";
import { MemberRow } from "@/components/organizations/member-row";
import { RemoveMember } from "@/components/organizations/remove-member";
import { RoleDialog } from "@/components/organizations/role-dialog";
import { shownName } from "@/components/people/shown-name";
import type { Sort } from "@/components/providers/list-address";
import { Table } from "@/components/ui/table";
import { Tbody } from "@/components/ui/table-body";
import { Thead } from "@/components/ui/table-head";
import { Th } from "@/components/ui/th";
import { useToast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { GivenRole, memberSorts } from "@/lib/domain/organization/inputs";
import type { ListedMember } from "@/lib/operations/organization/list-members";

type Props = {
  organizationId: string;
  members: readonly ListedMember[];
  sorts: Record<(typeof memberSorts)[number], Sort>;
  roles: readonly GivenRole[];
  mayAnswer: boolean;
  actions: MemberActions;
};

export function MembersTable({ organizationId, members, sorts, roles, mayAnswer, actions }: Props) {
  const t = useTranslations("console");
  const toast = useToast();
  const { act } = useAct();
  const [open, setOpen] = useState<{ task: MemberTask; member: ListedMember } | null>(null);
  const dialog = { organizationId, actions, onClose: () => setOpen(null) };
  const member = open && { ...open.member, name: shownName(open.member) };

  function resend({ id: memberId, email }: ListedMember) {
    void act(
      () => actions.resend({ organizationId, memberId }),
      () => toast.success(t("team.resent", { email })),
    );
  }

  return (
    <>
      <Table
        label={t("members")}
        sorts={[
          { label: t("team.name"), ...sorts.name },
          { label: t("team.role"), ...sorts.role },
        ]}
      >
        <Thead>
          <Th sort={sorts.name}>{t("team.name")}</Th>
          <Th sort={sorts.role}>{t("team.role")}</Th>
          <Th tight>
            <VisuallyHidden>{t("team.options", { name: "" })}</VisuallyHidden>
          </Th>
        </Thead>
        <Tbody>
          {members.map((row) => (
            <MemberRow
              key={row.id}
              member={row}
              mayTouchOwners={roles.includes("owner")}
              mayAnswer={mayAnswer}
              onTask={(task) => setOpen({ task, member: row })}
              onResend={() => resend(row)}
            />
          ))}
        </Tbody>
      </Table>
      {open?.task === "confirm" ? <ConfirmInOrganization {...dialog} members={[open.member]} /> : null}
      {member && (open?.task === "approve" || open?.task === "refuse") ? (
        <AnswerMember {...dialog} answer={open.task} member={member} />
      ) : null}
      {member && open?.task === "role" ? <RoleDialog {...dialog} member={member} roles={roles} /> : null}
      {member && open?.task === "remove" ? <RemoveMember {...dialog} member={member} /> : null}
    </>
  );
}
