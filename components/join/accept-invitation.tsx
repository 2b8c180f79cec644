"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { reach } from "@/components/forms/reach";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { AcceptedNote } from "@/components/join/accepted-note";
import type { ActionResult } from "@/lib/http/result";
import type { WaitingPlace } from "@/lib/operations/account/list-waiting-places";

type Props = {
  kind: "provider" | "organization";
  name: string;
  token: string;
  /** Whether nothing has to be done first. */
  isNext: boolean;
  accept: (input: { token: string }) => Promise<ActionResult<unknown>>;
  askWaitingPlaces: (input: Record<string, never>) => Promise<ActionResult<WaitingPlace[]>>;
};

/**
 * Accepts when the button is pressed. Opening the page does not accept. What happens next is said where the
 * button was.
 */
export function AcceptInvitation({ kind, name, token, isNext, accept, askWaitingPlaces }: Props) {
  const t = useTranslations("join");
  const [places, setPlaces] = useState<WaitingPlace[] | null>(null);
  const form = useActionForm({
    schema: z.object({}),
    defaultValues: {},
    action: () => accept({ token }),
    async onDone() {
      const answer = await reach(askWaitingPlaces({}));
      setPlaces(answer.ok ? answer.result : []);
    },
  });
  if (places)
    return (
      // The button that was pressed is gone: what stands there now is read next.
      <div tabIndex={-1} ref={(note) => note?.focus()} className="outline-none">
        <AcceptedNote name={name} places={places} />
      </div>
    );
  return (
    <Form form={form}>
      <p>{t(`${kind}.signedIn`)}</p>
      <SubmitButton form={form} size="l" variant={isNext ? "primary" : "quiet"} wide>
        {t(`${kind}.accept`)}
      </SubmitButton>
    </Form>
  );
}
