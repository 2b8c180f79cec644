"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { atField } from "@/components/forms/at-field";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { WithCode } from "@/lib/domain/account/two-step";
import type { ActionResult } from "@/lib/http/result";

type Props<Result> = {
  title: string;
  /** What will be so afterwards. */
  children: ReactNode;
  confirm: string;
  act: (input: { code: string }) => Promise<ActionResult<Result>>;
  onDone: (result: Result) => void;
  onClose: () => void;
};

/** Asks for a code before the second step itself is changed. */
export function CodeDialog<Result>({ title, children, confirm, act, onDone, onClose }: Props<Result>) {
  const t = useTranslations("auth.code");
  const form = useActionForm({
    schema: WithCode,
    defaultValues: { code: "" },
    action: async (typed: { code: string }) => atField(await act(typed), { wrong_code: "code" }),
    onDone,
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title}>
      <Form form={form}>
        <p className="text-muted">{children}</p>
        <FormField form={form} name="code" label={t("label")} hint={t("hint")}>
          {(control) => <Input {...control} autoComplete="one-time-code" spellCheck={false} />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{confirm}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
