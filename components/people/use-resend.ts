"use client";

import { useTranslations } from "next-intl";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { PeopleActions, Person } from "@/components/people/person";
import { shownName } from "@/components/people/shown-name";
import { useToast } from "@/components/ui/toast";

/** How many of those whom one reason kept from a letter are named. */
const named = 3;

/**
 * Sends the invitations of the chosen again, and says how many letters are on their way, and who gets none and why.
 */
export function useResend(send: PeopleActions<string>["resend"]) {
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const { failure } = useMessages();
  const toast = useToast();

  return async (people: readonly Person[]) => {
    const ids = people.map(({ id }) => id);
    const answer = await reach(send(ids));
    if (!answer.ok) return toast.error(t("nothingSent"), failure(answer.failure));
    const refusals = new Map(answer.result.rows.map(({ id, refusal }) => [id, refusal]));
    const count = ids.filter((id) => refusals.get(id) === null).length;
    if (count > 0) toast.success(t("resent", { count }));
    const codes = [...new Set(refusals.values())].filter((code) => code !== null);
    const reasons = codes.map((code) => {
      const names = people.filter(({ id }) => refusals.get(id) === code).map(shownName);
      const name = [...names.slice(0, named), ...(names.length > named ? ["…"] : [])].join(", ");
      return ui("failedFor", { name, reason: failure({ code }) });
    });
    if (reasons.length > 0) toast.error(t(count > 0 ? "notAllSent" : "nothingSent"), reasons.join(" "));
  };
}
