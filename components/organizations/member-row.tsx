"use client";

import { useTranslations } from "next-intl";
import type { MemberTask } from "@/components/organizations/member-actions";
import { MemberBadges } from "@/components/organizations/member-badges";
import { memberEntries } from "@/components/organizations/member-entries";
import { shownName } from "@/components/people/shown-name";
import { Avatar } from "@/components/ui/avatar";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Td, Tr } from "@/components/ui/table";
import type { ListedMember } from "@/lib/operations/organization/list-members";

type Props = {
  member: ListedMember;
  /** Owners are touched by owners and by the provider. */
  mayTouchOwners: boolean;
  /** Whether the actor answers what the provider asks: owners do, as members. */
  mayAnswer: boolean;
  onTask: (task: MemberTask) => void;
  onResend: () => void;
};

export function MemberRow({ member, mayTouchOwners, mayAnswer, onTask, onResend }: Props) {
  const t = useTranslations("console");
  const { id, userId, name, email, role } = member;
  const entries = memberEntries(member, t, { onTask, onResend, mayAnswer });

  return (
    <Tr>
      <Td narrow="lead">
        <RowName
          picture={<Avatar id={userId ?? id} name={shownName(member)} kind="person" />}
          name={shownName(member)}
          detail={name ? email : null}
          badge={<MemberBadges {...member} />}
        />
      </Td>
      <Td>{t(`roles.${role}`)}</Td>
      <Td narrow="end">
        {role === "owner" && !mayTouchOwners ? null : (
          <RowMenu label={t("team.options", { name: shownName(member) })} entries={entries} />
        )}
      </Td>
    </Tr>
  );
}
