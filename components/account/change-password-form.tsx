"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { z } from "zod";
import { newPassword } from "@/components/account/new-password";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { type ChangePasswordAction, useChangePassword } from "@/components/account/use-change-password";
import { useStrengthMeter } from "@/components/account/use-strength";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { PasswordInput } from "@/components/ui/password-input";
import { useToast } from "@/components/ui/toast";
import type { PasswordRequirements } from "@/lib/domain/policy/combining";

const Current = z.object({ current: z.string().min(1, { error: "required" }) });

type Props = {
  person: { name: string; email: string };
  change: ChangePasswordAction;
  /** What the person's organizations ask of a master password. */
  asked: PasswordRequirements | null;
  /** Nothing else can be done first: the focus begins here, and afterwards the work begins. */
  isDue?: boolean;
  onChanged?: () => void;
};

/** Puts one's keys under a new master password. Both passwords stay on this device. */
export function ChangePasswordForm(props: Props) {
  const { person, change, asked, isDue = false, onChanged } = props;
  const { name, email } = person;
  const t = useTranslations("account.password");
  const toast = useToast();
  const router = useRouter();
  const estimateStrength = useStrengthMeter();
  const estimate = (typed: string) => estimateStrength(typed, [email, name]);
  const form = useActionForm({
    schema: z.intersection(Current, newPassword(estimate, asked)),
    defaultValues: { current: "", password: "", again: "" },
    action: useChangePassword(change),
    onDone: () => {
      form.fields.reset();
      toast.success(t("done"), t("doneText"));
      onChanged?.();
      if (isDue) router.replace("/");
    },
  });
  const top = useRef<HTMLParagraphElement>(null);
  // The page is not scrolled to the field: above it stands why the password has to be changed.
  useEffect(() => {
    if (!isDue) return;
    top.current?.closest("form")?.querySelector("input")?.focus({ preventScroll: true });
  }, [isDue]);
  return (
    <Form form={form}>
      <p ref={top} className="text-muted">
        {t("text")}
      </p>
      <FormField form={form} name="current" label={t("current")}>
        {(control) => <PasswordInput {...control} invited={false} />}
      </FormField>
      <NewPasswordFields
        form={form}
        names={{ password: "password", again: "again" }}
        estimate={estimate}
        asked={asked}
        size="m"
      />
      <div>
        <SubmitButton form={form}>{t("submit")}</SubmitButton>
      </div>
    </Form>
  );
}
