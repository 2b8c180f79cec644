"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { KeyForm } from "@/components/vault/key-form";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  email: string;
  token: string;
  verify: (input: { token: string }) => Promise<ActionResult<null>>;
};

/** Verifies an address by a press of a button: opening the link alone must not, as mail scanners do that too. */
export function VerifyEmail({ email, token, verify }: Props) {
  const t = useTranslations("auth.verify");
  const [isDone, setDone] = useState(false);
  const form = useActionForm({
    schema: z.object({}),
    defaultValues: {},
    action: () => verify({ token }),
    onDone: () => setDone(true),
  });

  if (isDone)
    return (
      <div role="status" className="flex flex-col gap-4">
        <Callout tone="ok" title={t("doneTitle")}>
          {t("doneText", { email })}
        </Callout>
        <LinkButton href="/" size="l" wide>
          {t("goOn")}
        </LinkButton>
      </div>
    );
  return (
    <KeyForm form={form}>
      <p className="break-words">{t("text", { email })}</p>
      <SubmitButton form={form} size="l" wide>
        {t("submit")}
      </SubmitButton>
    </KeyForm>
  );
}
