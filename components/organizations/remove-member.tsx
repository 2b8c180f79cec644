"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/components/forms/confirm-action";
import type { MemberActions } from "@/components/organizations/member-actions";
import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";

type Props = {
  organizationId: string;
  member: { id: string; name: string; status: OrganizationMemberStatus };
  actions: Pick<MemberActions, "remove">;
  onClose: () => void;
};

export function RemoveMember({ organizationId, member, actions, onClose }: Props) {
  const t = useTranslations("console");
  const { id: memberId, name, status } = member;
  return (
    <ConfirmAction
      title={t("remove.title", { name })}
      confirm={t(status === "invited" ? "team.takeBack" : "remove.action")}
      act={() => actions.remove({ organizationId, memberIds: [memberId] })}
      done={t("remove.done", { name })}
      onClose={onClose}
    >
      {t(status === "invited" ? "remove.invitedText" : "remove.text")}
    </ConfirmAction>
  );
}
