"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { FieldValues } from "react-hook-form";
import { FormFrame } from "@/components/forms/form-frame";
import type { ActionForm } from "@/components/forms/use-action-form";
import { KeyFailure } from "@/components/vault/key-failure";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  children: ReactNode;
};

/** A form that saves nothing: it proves who somebody is, or opens the vault. Its failure is one sentence. */
export function KeyForm<Raw extends FieldValues, Values>({ form, children }: Props<Raw, Values>) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (form.failure) box.current?.focus();
  }, [form.failure]);

  return (
    <FormFrame form={form}>
      {form.failure ? (
        <div ref={box} role="alert" tabIndex={-1} className="rounded-[10px]">
          <KeyFailure failure={form.failure} keepsPage />
        </div>
      ) : null}
      {children}
    </FormFrame>
  );
}
