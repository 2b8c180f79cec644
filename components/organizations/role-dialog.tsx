"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import type { MemberActions } from "@/components/organizations/member-actions";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { type GivenRole, givenRoles } from "@/lib/domain/organization/inputs";
import type { OrganizationRole } from "@/lib/domain/organization/member";

const Chosen = z.object({ role: z.enum(givenRoles) });

type Props = {
  organizationId: string;
  member: { id: string; name: string; role: OrganizationRole };
  roles: readonly GivenRole[];
  actions: Pick<MemberActions, "changeRole">;
  onClose: () => void;
};

export function RoleDialog({ organizationId, member, roles, actions, onClose }: Props) {
  const t = useTranslations("console");
  const toast = useToast();
  const form = useActionForm({
    schema: Chosen,
    defaultValues: { role: givenRoles.find((role) => role === member.role) ?? "user" },
    action: ({ role }: z.output<typeof Chosen>) =>
      actions.changeRole({ organizationId, memberId: member.id, role }),
    onDone: () => {
      toast.success(t("role.saved"));
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("role.title", { name: member.name })}>
      <Form form={form}>
        <RadioGroup
          legend={t("role.label")}
          options={roles.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            hint: t(`invite.roleHints.${role}`),
          }))}
          {...form.fields.register("role")}
        />
        <DialogFooter>
          <SubmitButton form={form}>{t("role.save")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
