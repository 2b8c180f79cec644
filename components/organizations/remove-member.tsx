"use client";

import { useTranslations } from "next-intl";
import type { MemberActions } from "@/components/organizations/member-actions";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { useAct } from "@/components/vaults/use-act";
import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";

type Props = {
  organizationId: string;
  member: { id: string; name: string; status: OrganizationMemberStatus };
  actions: Pick<MemberActions, "remove">;
  onClose: () => void;
};

export function RemoveMember({ organizationId, member, actions, onClose }: Props) {
  const t = useTranslations("console");
  const toast = useToast();
  const { act, busy } = useAct();
  const { id: memberId, name, status } = member;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("remove.title", { name })}
      confirm={t(status === "invited" ? "team.takeBack" : "remove.action")}
      busy={busy}
      onConfirm={() =>
        act(
          () => actions.remove({ organizationId, memberId }),
          () => {
            toast.success(t("remove.done", { name }));
            onClose();
          },
        )
      }
    >
      {t(status === "invited" ? "remove.invitedText" : "remove.text")}
    </ConfirmDialog>
  );
}
