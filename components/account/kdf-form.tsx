"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { KdfFields } from "@/components/account/kdf-fields";
import { type ChangeKdfAction, useChangeKdf } from "@/components/account/use-change-kdf";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Callout } from "@/components/ui/callout";
import { PasswordInput } from "@/components/ui/password-input";
import { useToast } from "@/components/ui/toast";
import { isWeakerKdf } from "@/lib/crypto/kdf-floor";
import type { KdfSettings } from "@/lib/crypto/types";
import { TypedKdf } from "@/lib/domain/kdf";

const Typed = z.object({ kdf: TypedKdf, password: z.string().min(1, { error: "required" }) });

type Props = { current: KdfSettings; change: ChangeKdfAction };

/** How the master key is derived from the master password: how long a guess takes, and how long unlocking does. */
export function KdfForm({ current, change }: Props) {
  const t = useTranslations("account.kdf");
  const toast = useToast();
  const changeKdf = useChangeKdf(change);
  const form = useActionForm({
    schema: Typed,
    defaultValues: { kdf: current, password: "" },
    action: changeKdf,
    onDone: (_result, { kdf }) => {
      form.fields.reset({ kdf, password: "" });
      toast.success(t("done"), t("doneText"));
    },
  });
  const chosen = TypedKdf.safeParse(form.fields.watch("kdf"));
  return (
    <Form form={form}>
      <p className="text-muted">{t("text")}</p>
      <KdfFields form={form} />
      {chosen.success && isWeakerKdf(chosen.data, current) ? (
        <Callout tone="warn" title={t("weaker")}>
          {t("weakerText")}
        </Callout>
      ) : null}
      <FormField form={form} name="password" label={t("password")}>
        {(control) => <PasswordInput {...control} invited={false} />}
      </FormField>
      <div>
        <SubmitButton form={form}>{t("submit")}</SubmitButton>
      </div>
    </Form>
  );
}
