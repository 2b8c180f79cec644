"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  title: string;
  label: string;
  hint?: string;
  optional?: boolean;
  name: string;
  schema: z.ZodType<{ name: string | null }, { name: string }>;
  rename: (name: string) => Promise<ActionResult<unknown>>;
  /** Said once it is done. */
  done: string;
  onClose: () => void;
};

/** What a device or a passkey is called, for its person to know it again. */
export function RenameDialog({ title, label, hint, optional, name, schema, rename, done, onClose }: Props) {
  const t = useTranslations("account.sessions");
  const toast = useToast();
  const form = useActionForm({
    schema,
    defaultValues: { name },
    action: (typed: { name: string | null }) => rename(typed.name ?? ""),
    onDone: () => {
      toast.success(done);
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title}>
      <Form form={form}>
        <FormField
          form={form}
          name="name"
          label={label}
          {...(hint && { hint })}
          {...(optional && { optional })}
        >
          {(control) => <Input {...control} />}
        </FormField>
        <DialogEnd form={form}>{t("save")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
