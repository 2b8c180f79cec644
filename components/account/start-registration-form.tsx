"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { KeyForm } from "@/components/vault/key-form";
import { TypedEmail } from "@/lib/domain/addresses";
import type { ActionResult } from "@/lib/http/result";
import { type Locale, languageOf } from "@/lib/i18n/locales";

const Typed = z.object({ email: TypedEmail });

type Props = { start: (input: { email: string; locale: Locale }) => Promise<ActionResult<null>> };

/** Where sign-ups are open: asks for an address, and has a link sent to it. */
export function StartRegistrationForm({ start }: Props) {
  const t = useTranslations("auth.register");
  const fields = useTranslations("fields");
  const locale = languageOf(useLocale());
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useActionForm({
    schema: Typed,
    defaultValues: { email: "" },
    seal: async ({ email }: z.infer<typeof Typed>) => ({ email, locale }),
    action: start,
    onDone: (_result, { email }) => setSentTo(email),
  });

  if (sentTo !== null)
    return (
      <div role="status" className="flex flex-col items-start gap-3">
        <Callout tone="ok" title={t("sentTitle")}>
          {t("sentText", { email: sentTo })}
        </Callout>
        <Button variant="link" size="s" onClick={() => setSentTo(null)}>
          {t("sentAgain")}
        </Button>
      </div>
    );
  return (
    <KeyForm form={form}>
      <FormField form={form} name="email" label={fields("email")}>
        {(control) => <Input {...control} type="email" size="l" autoComplete="email" autoFocus />}
      </FormField>
      <SubmitButton form={form} size="l" wide>
        {t("start")}
      </SubmitButton>
    </KeyForm>
  );
}
