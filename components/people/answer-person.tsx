"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/components/forms/confirm-action";
import type { Person } from "@/components/people/person";
import { shownName } from "@/components/people/shown-name";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  answer: "approve" | "refuse";
  person: Person;
  act: () => Promise<ActionResult<unknown>>;
  onClose: () => void;
};

/** An owner's answer to the provider: who asks, for whom, and which role. */
export function AnswerPerson({ answer, person, act, onClose }: Props) {
  const t = useTranslations("console.answer");
  const acts = useTranslations("members.act");
  const name = shownName(person);
  const { role, askedBy } = person;
  const isApproval = answer === "approve";
  return (
    <ConfirmAction
      title={t(isApproval ? "approveTitle" : "refuseTitle", { name })}
      confirm={acts(answer)}
      tone={isApproval ? "primary" : "danger"}
      act={act}
      done={t(isApproval ? "approved" : "refused", { name })}
      onClose={onClose}
    >
      {t(isApproval ? "approveText" : "refuseText", { name, role })}
      {askedBy ? ` ${t("askedBy", { asker: askedBy })}` : null}
    </ConfirmAction>
  );
}
