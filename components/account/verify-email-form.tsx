"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useToast } from "@/components/ui/toast";
import { KeyForm } from "@/components/vault/key-form";
import type { ActionResult } from "@/lib/http/result";

export type RequestVerification = (input: Record<string, never>) => Promise<ActionResult<null>>;

type Props = { email: string; request: RequestVerification };

/** Has a link sent that proves the address. */
export function VerifyEmailForm({ email, request }: Props) {
  const t = useTranslations("account.email");
  const toast = useToast();
  const form = useActionForm({
    schema: z.object({}),
    defaultValues: {},
    action: () => request({}),
    onDone: () => {
      toast.success(t("sent"), t("sentText", { email }));
    },
  });
  return (
    <KeyForm form={form}>
      <p className="text-muted">{t("text")}</p>
      <div>
        <SubmitButton form={form} variant="quiet">
          {t("send")}
        </SubmitButton>
      </div>
    </KeyForm>
  );
}
