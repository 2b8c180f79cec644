"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { CollectionGrantsField } from "@/components/organizations/collection-grants-field";
import type { MemberActions } from "@/components/organizations/member-actions";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { CollectionGrants } from "@/lib/domain/collection/inputs";
import { type GivenRole, givenRoles } from "@/lib/domain/organization/inputs";

const Typed = z.object({
  emails: z.string().max(10_000, { error: "too_long" }).trim().min(1, { error: "required" }),
  role: z.enum(givenRoles),
  collections: CollectionGrants,
});

const addressesIn = (text: string) =>
  text
    .split(/[,;\n]+|\s+(?=\S+@)/)
    .map((address) => address.trim())
    .filter((address) => address !== "");

type Props = {
  organizationId: string;
  /** Owners are made by owners and by the provider. */
  roles: readonly GivenRole[];
  actions: MemberActions;
  onClose: () => void;
};

/** Invites up to 20 people at once. What is wrong is told by its place in the list, and nothing typed is lost. */
export function InviteDialog({ organizationId, roles, actions, onClose }: Props) {
  const t = useTranslations("console");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: { emails: "", role: "user", collections: [] },
    action: ({ emails, role, collections }: z.output<typeof Typed>) =>
      actions.invite({ organizationId, emails: addressesIn(emails), role, collections }),
    onDone: ({ invited, awaiting }) => {
      if (invited > 0) toast.success(t("invite.sent", { count: invited }));
      if (awaiting > 0) toast.success(t("invite.awaiting", { count: awaiting }));
      onClose();
    },
  });
  const grants = CollectionGrants.safeParse(form.fields.watch("collections")).data ?? [];

  return (
    <Dialog
      open
      size="l"
      onOpenChange={(open) => open || onClose()}
      title={t("invite.title")}
      description={t("invite.description")}
    >
      <Form form={form}>
        <FormField form={form} name="emails" label={t("invite.emails")} hint={t("invite.emailsHint")}>
          {(control) => <Textarea {...control} spellCheck={false} autoCapitalize="off" autoComplete="off" />}
        </FormField>
        <RadioGroup
          legend={t("invite.role")}
          options={roles.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            hint: t(`invite.roleHints.${role}`),
          }))}
          {...form.fields.register("role")}
        />
        <CollectionGrantsField
          organizationId={organizationId}
          actions={actions}
          grants={grants}
          onChange={(next) => form.fields.setValue("collections", next, { shouldDirty: true })}
        />
        <DialogFooter>
          <SubmitButton form={form}>{t("invite.send")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
