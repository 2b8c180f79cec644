"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { AcceptedNote } from "@/components/join/accepted-note";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  kind: "provider" | "organization";
  name: string;
  token: string;
  accept: (input: { token: string }) => Promise<ActionResult<unknown>>;
};

/** Accepts by a press of a button and by nothing less. What happens next is said in the same place. */
export function AcceptInvitation({ kind, name, token, accept }: Props) {
  const t = useTranslations("join");
  const [accepted, setAccepted] = useState(false);
  const form = useActionForm({
    schema: z.object({}),
    defaultValues: {},
    action: () => accept({ token }),
    onDone: () => setAccepted(true),
  });
  if (accepted) return <AcceptedNote kind={kind} name={name} />;
  return (
    <Form form={form}>
      <p>{t(`${kind}.signedIn`)}</p>
      <SubmitButton form={form} size="l" wide>
        {t(`${kind}.accept`)}
      </SubmitButton>
    </Form>
  );
}
