"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import type { MemberActions } from "@/components/members/member-actions";
import { AddressesField } from "@/components/people/addresses-field";
import { CancelButton } from "@/components/providers/cancel-button";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { distinctEmails, readAddresses } from "@/lib/domain/addresses";
import { TypedInvitations } from "@/lib/domain/provider/inputs";
import type { ProviderRole } from "@/lib/domain/provider/member";

type Props = {
  providerId: string;
  role: ProviderRole;
  invite: MemberActions["invite"];
  onClose: () => void;
};

type Told = { email: string; outcome: "already_invited" | "already_a_member" };

/** Addresses as one text. Each is judged while it is typed; those that could not be invited stay. */
export function InviteForm({ providerId, role, invite, onClose }: Props) {
  const t = useTranslations("members.inviteDialog");
  const roles = useTranslations("portal.roles");
  const toast = useToast();
  const [told, setTold] = useState<{ rows: Told[]; sent: number } | null>(null);
  const form = useActionForm({
    schema: TypedInvitations,
    defaultValues: { emails: "", role },
    action: ({ emails, role: chosen }: z.output<typeof TypedInvitations>) =>
      invite({ providerId, emails: distinctEmails(readAddresses(emails)), role: chosen }),
    onDone({ rows }) {
      const left = rows.flatMap(({ email, outcome }) => (outcome === "invited" ? [] : [{ email, outcome }]));
      const sent = rows.length - left.length;
      if (left.length === 0) {
        toast.success(t("sent", { count: sent }));
        return onClose();
      }
      form.fields.setValue("emails", left.map(({ email }) => email).join("\n"));
      setTold({ rows: left, sent });
    },
  });
  const count = distinctEmails(readAddresses(form.fields.watch("emails"))).length;

  return (
    <Form form={form}>
      {told ? <p role="status">{t("notAll", { count: told.sent })}</p> : null}
      <AddressesField
        form={form}
        name="emails"
        told={told?.rows.map(({ email, outcome }) => ({ email, text: t(outcome, { address: email }) })) ?? []}
      />
      <RadioGroup
        legend={t("role")}
        options={[
          { value: "service_user", label: roles("service_user"), hint: t("serviceUserHint") },
          { value: "provider_admin", label: roles("provider_admin"), hint: t("adminHint") },
        ]}
        {...form.fields.register("role")}
      />
      <DialogFooter>
        <SubmitButton form={form}>{t("send", { count })}</SubmitButton>
        <CancelButton onClose={onClose} />
      </DialogFooter>
    </Form>
  );
}
