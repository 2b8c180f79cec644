"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { CollectionGrantsField } from "@/components/organizations/collection-grants-field";
import type { MemberActions } from "@/components/organizations/member-actions";
import { AddressesField } from "@/components/people/addresses-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { distinctEmails, readAddresses, TypedAddresses } from "@/lib/domain/addresses";
import { CollectionGrants } from "@/lib/domain/collection/inputs";
import { type GivenRole, givenRoles } from "@/lib/domain/organization/inputs";

const Typed = z.object({
  emails: TypedAddresses,
  role: z.enum(givenRoles),
  collections: CollectionGrants,
});

type Props = {
  organizationId: string;
  /** Owners are made by owners and by the provider. */
  roles: readonly GivenRole[];
  actions: MemberActions;
  onClose: () => void;
};

/** Invites up to 20 people at once. What is wrong is named, and nothing typed is lost. */
export function InviteDialog({ organizationId, roles, actions, onClose }: Props) {
  const t = useTranslations("console");
  const ui = useTranslations("ui");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: { emails: "", role: "user", collections: [] },
    action: ({ emails, role, collections }: z.output<typeof Typed>) =>
      actions.invite({ organizationId, emails: distinctEmails(readAddresses(emails)), role, collections }),
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
      held={form.busy || form.fields.formState.isDirty}
    >
      <Form form={form}>
        <AddressesField form={form} name="emails" />
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
          <Button variant="quiet" onClick={onClose}>
            {ui("cancel")}
          </Button>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
