"use client";

import { useTranslations } from "next-intl";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { PeopleActions, Person } from "@/components/people/person";
import { shownName } from "@/components/people/shown-name";
import { useToast } from "@/components/ui/toast";

/** Sends the invitation of one again, and says whether it is on its way, or why not. */
export function useResend(send: PeopleActions<string>["resend"]) {
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const { failure } = useMessages();
  const toast = useToast();

  return async (person: Person) => {
    const answer = await reach(send([person.id]));
    if (!answer.ok) return toast.error(t("nothingSent"), failure(answer.failure));
    const [row] = answer.result.rows;
    if (!row?.refusal) return toast.success(t("removeDialog.resend.done", { count: 1 }));
    const reason = failure({ code: row.refusal });
    toast.error(t("nothingSent"), ui("failedFor", { name: shownName(person), reason }));
  };
}
