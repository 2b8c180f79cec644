"use client";

import { useTranslations } from "next-intl";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { PeopleActions, Person } from "@/components/people/person";
import { useToast } from "@/components/ui/toast";

/** Sends invitations again to those of the chosen who are still invited, and says how many letters are on their way. */
export function useResend(send: PeopleActions<string>["resend"]) {
  const t = useTranslations("members");
  const { failure } = useMessages();
  const toast = useToast();

  return async (people: readonly Person[]) => {
    const ids = people.flatMap(({ id, may }) => (may.resend ? id : []));
    const answer = await reach(send(ids));
    if (!answer.ok) return toast.error(t("nothingSent"), failure(answer.failure));
    const count = answer.result.rows.filter(({ refusal }) => refusal === null).length;
    if (count > 0) toast.success(t("resent", { count }));
    else toast.error(t("nothingSent"), failure({ code: "member_not_invited" }));
  };
}
