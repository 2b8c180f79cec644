"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import type { FieldValues } from "react-hook-form";
import { FormFrame } from "@/components/forms/form-frame";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useMessages } from "@/components/forms/use-messages";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  children: ReactNode;
};

/** A form that saves nothing: it proves who somebody is, or opens the vault. Its failure is one sentence. */
export function KeyForm<Raw extends FieldValues, Values>({ form, children }: Props<Raw, Values>) {
  const t = useTranslations("common");
  const { failure: say } = useMessages();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (form.failure) box.current?.focus();
  }, [form.failure]);

  return (
    <FormFrame form={form}>
      {form.failure ? (
        <div ref={box} role="alert" tabIndex={-1} className="rounded-[10px]">
          <Callout tone="bad" title={say(form.failure)}>
            {form.failure.code === "not_signed_in" ? (
              // In a tab of its own, so that what is typed behind this form stays.
              <AppLink href="/log-in" target="_blank" className="font-strong text-link hover:underline">
                {t("logIn")}
              </AppLink>
            ) : null}
          </Callout>
        </div>
      ) : null}
      {children}
    </FormFrame>
  );
}
