"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import type { MemberActions } from "@/components/members/member-actions";
import { CancelButton } from "@/components/providers/cancel-button";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { readAddresses } from "@/lib/domain/addresses";
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
      invite({ providerId, emails: readAddresses(emails).map(({ email }) => email), role: chosen }),
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
  const addresses = readAddresses(form.fields.watch("emails"));
  const problems = addresses.flatMap(({ typed, problem }) => (problem ? [{ typed, problem }] : []));
  const known = told?.rows.filter(({ email }) => addresses.some((address) => address.email === email)) ?? [];

  return (
    <Form form={form}>
      {told ? <p role="status">{t("notAll", { count: told.sent })}</p> : null}
      <FormField form={form} name="emails" label={t("emails")} hint={t("emailsHint")}>
        {(control) => <Textarea {...control} spellCheck={false} autoCapitalize="off" />}
      </FormField>
      <ul aria-live="polite" className="flex flex-col gap-1 text-label text-warn empty:hidden">
        {problems.map(({ typed, problem }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same address can stand there twice
          <li key={index} className="break-words">
            {t(problem, { address: typed })}
          </li>
        ))}
        {known.map(({ email, outcome }) => (
          <li key={email} className="break-words">
            {t(outcome, { address: email })}
          </li>
        ))}
      </ul>
      <p className="text-label text-muted tabular-nums">{t("counter", { count: addresses.length })}</p>
      <RadioGroup
        legend={t("role")}
        options={[
          { value: "service_user", label: roles("service_user"), hint: t("serviceUserHint") },
          { value: "provider_admin", label: roles("provider_admin"), hint: t("adminHint") },
        ]}
        {...form.fields.register("role")}
      />
      <DialogFooter>
        <SubmitButton form={form}>{t("send", { count: addresses.length })}</SubmitButton>
        <CancelButton onClose={onClose} />
      </DialogFooter>
    </Form>
  );
}
