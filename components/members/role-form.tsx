"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import type { MemberActions, MemberRow } from "@/components/members/member-actions";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { ProviderRoleWord } from "@/lib/domain/provider/inputs";

type Props = {
  providerId: string;
  member: MemberRow;
  changeRole: MemberActions["changeRole"];
  onClose: () => void;
};

const Typed = z.object({ role: ProviderRoleWord });

export function RoleForm({ providerId, member, changeRole, onClose }: Props) {
  const t = useTranslations("members");
  const roles = useTranslations("portal.roles");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: { role: member.role },
    action: ({ role }: z.output<typeof Typed>) => changeRole({ providerId, memberId: member.id, role }),
    onDone() {
      toast.success(t("roleDialog.saved"));
      onClose();
    },
  });

  return (
    <Form form={form}>
      <RadioGroup
        legend={t("inviteDialog.role")}
        options={[
          { value: "service_user", label: roles("service_user"), hint: t("inviteDialog.serviceUserHint") },
          { value: "provider_admin", label: roles("provider_admin"), hint: t("inviteDialog.adminHint") },
        ]}
        {...form.fields.register("role")}
      />
      <DialogFooter>
        <SubmitButton form={form}>{t("roleDialog.save")}</SubmitButton>
        <DialogCancel />
      </DialogFooter>
    </Form>
  );
}
