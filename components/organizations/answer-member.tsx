"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/components/forms/confirm-action";
import type { MemberActions } from "@/components/organizations/member-actions";
import type { OrganizationRole } from "@/lib/domain/organization/member";

type Props = {
  organizationId: string;
  answer: "approve" | "refuse";
  member: { id: string; name: string; role: OrganizationRole; askedBy: string | null };
  actions: Pick<MemberActions, "approve" | "refuse">;
  onClose: () => void;
};

/** An owner's answer to the provider: who asks, for whom, and which role. */
export function AnswerMember({ organizationId, answer, member, actions, onClose }: Props) {
  const t = useTranslations("console");
  const { id: memberId, name, role, askedBy } = member;
  const isApproval = answer === "approve";
  return (
    <ConfirmAction
      title={t(isApproval ? "answer.approveTitle" : "answer.refuseTitle", { name })}
      confirm={t(isApproval ? "team.approve" : "team.refuse")}
      tone={isApproval ? "primary" : "danger"}
      act={() => actions[answer]({ organizationId, memberId })}
      done={t(isApproval ? "answer.approved" : "answer.refused", { name })}
      onClose={onClose}
    >
      {t(isApproval ? "answer.approveText" : "answer.refuseText", { name, role })}
      {askedBy ? ` ${t("answer.askedBy", { asker: askedBy })}` : null}
    </ConfirmAction>
  );
}
