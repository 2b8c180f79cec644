"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { MailedCode } from "@/lib/domain/account/mailed-code";
import type { ActionResult } from "@/lib/http/result";

const Typed = z.object({ code: MailedCode });

type Props<Result> = {
  /** Where the code was sent. */
  text: string;
  submit: string;
  act: (input: { code: string }) => Promise<ActionResult<Result>>;
  onDone: (result: Result) => void;
};

/** Asks for a code that was mailed. */
export function MailedCodeForm<Result>({ text, submit, act, onDone }: Props<Result>) {
  const t = useTranslations("account.mailedCode");
  const form = useActionForm({ schema: Typed, defaultValues: { code: "" }, action: act, onDone });
  return (
    <Form form={form}>
      <p className="text-muted" role="status">
        {text}
      </p>
      <FormField form={form} name="code" label={t("label")} hint={t("hint")}>
        {(control) => <Input {...control} inputMode="numeric" autoComplete="one-time-code" autoFocus />}
      </FormField>
      <DialogFooter>
        <SubmitButton form={form}>{submit}</SubmitButton>
        <DialogCancel />
      </DialogFooter>
    </Form>
  );
}
