"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/components/forms/confirm-action";
import type { Person } from "@/components/people/person";
import { shownName } from "@/components/people/shown-name";
import type { ActionResult } from "@/lib/http/result";

/** What an owner says to the provider, or about whom it has let in. */
export const answers = ["approve", "refuse", "vouch"] as const;
export type Answer = (typeof answers)[number];

type Props = {
  answer: Answer;
  person: Person;
  act: () => Promise<ActionResult<unknown>>;
  onClose: () => void;
};

const words = {
  approve: { title: "approveTitle", text: "approveText", done: "approved" },
  refuse: { title: "refuseTitle", text: "refuseText", done: "refused" },
  vouch: { title: "vouchTitle", text: "vouchText", done: "vouched" },
} as const;

/** An owner's answer to the provider: who asks, for whom, and which role. */
export function AnswerPerson({ answer, person, act, onClose }: Props) {
  const t = useTranslations("console.answer");
  const acts = useTranslations("members.act");
  const name = shownName(person);
  const { role, askedBy } = person;
  const { title, text, done } = words[answer];
  return (
    <ConfirmAction
      title={t(title, { name })}
      confirm={acts(answer)}
      tone={answer === "refuse" ? "danger" : "primary"}
      act={act}
      done={t(done, { name })}
      onClose={onClose}
    >
      {t(text, { name, role })}
      {askedBy ? ` ${t("askedBy", { asker: askedBy })}` : null}
    </ConfirmAction>
  );
}
