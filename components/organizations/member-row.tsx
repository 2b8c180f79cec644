"use client";

import { Mail, ShieldCheck, UserCog, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MemberTask } from "@/components/organizations/member-actions";
import { shownName } from "@/components/people/shown-name";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import type { MenuEntry } from "@/components/ui/menu";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Td } from "@/components/ui/td";
import { Tr } from "@/components/ui/tr";
import type { ListedMember } from "@/lib/operations/organization/list-members";

type Props = {
  member: ListedMember;
  /** Owners are touched by owners and by the provider. */
  mayTouchOwners: boolean;
  onTask: (task: MemberTask) => void;
  onResend: () => void;
};

export function MemberRow({ member, mayTouchOwners, onTask, onResend }: Props) {
  const t = useTranslations("console");
  const { id, userId, name, email, role, status } = member;
  const entries: MenuEntry[] = [];
  if (status === "accepted")
    entries.push({ label: t("team.confirm"), icon: <ShieldCheck />, onSelect: () => onTask("confirm") });
  if (status === "invited") entries.push({ label: t("team.resend"), icon: <Mail />, onSelect: onResend });
  entries.push(
    { label: t("team.changeRole"), icon: <UserCog />, onSelect: () => onTask("role") },
    {
      label: t(status === "invited" ? "team.takeBack" : "team.remove"),
      icon: <UserMinus />,
      tone: "danger",
      divided: true,
      onSelect: () => onTask("remove"),
    },
  );

  return (
    <Tr>
      <Td narrow="lead">
        <RowName
          picture={<Avatar id={userId ?? id} name={shownName(member)} kind="person" />}
          name={shownName(member)}
          detail={name ? email : null}
          badge={
            status === "confirmed" ? null : (
              <Badge tone={status === "accepted" ? "warn" : "neutral"}>{t(`statuses.${status}`)}</Badge>
            )
          }
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
