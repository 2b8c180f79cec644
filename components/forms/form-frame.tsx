"use client";

import type { FormEvent, ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useHold } from "@/components/ui/closing";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  children: ReactNode;
};

/**
 * The element of every form. The browser never sends it: the page's policy forbids that. If a browser did so
 * all the same, before the scripts have arrived, `post` keeps what was typed out of the address.
 *
 * A dialog around it stays while it is being sent. The browser's own bubbles are off: ours speak the person's language.
 */
export function FormFrame<Raw extends FieldValues, Values>({ form, children }: Props<Raw, Values>) {
  useHold(form.busy ? "sending" : null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    const { currentTarget } = event;
    await form.submit(event);
    requestAnimationFrame(() => showFault(currentTarget));
  }

  return (
    <form method="post" noValidate aria-busy={form.busy} onSubmit={submit} className="flex flex-col gap-4">
      {children}
    </form>
  );
}

/** Brings what is wrong with the first field into sight: it stands under the field, where a footer may cover it. */
function showFault(form: HTMLFormElement) {
  const field = form.querySelector("[aria-invalid=true]");
  if (field) document.getElementById(`${field.id}-error`)?.scrollIntoView({ block: "nearest" });
}
