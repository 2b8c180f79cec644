"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { PeopleActions, PeopleOf, Person } from "@/components/people/person";
import { shownName } from "@/components/people/shown-name";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";

type Props = {
  of: PeopleOf;
  people: readonly Person[];
  remove: PeopleActions<string>["remove"];
  consequences?: ((people: readonly Person[]) => ReactNode) | undefined;
  onClose: () => void;
};

/** Asks, then removes them in one act; who could not be removed is told by name. */
export function RemovePeople({ of, people, remove, consequences, onClose }: Props) {
  const t = useTranslations("members.removeDialog");
  const { failure } = useMessages();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const [first] = people;
  if (!first) return null;

  async function run() {
    setBusy(true);
    const answer = await reach(remove(people.map(({ id }) => id)));
    setBusy(false);
    if (!answer.ok) return setProblems([failure(answer.failure)]);
    const refusals = new Map(answer.result.rows.map(({ id, refusal }) => [id, refusal]));
    const refused = people.flatMap((person) => {
      const code = refusals.get(person.id);
      return code ? t("failed", { name: shownName(person), reason: failure({ code }) }) : [];
    });
    setProblems(refused);
    const count = refusals.size - refused.length;
    if (count > 0) toast.success(t(isInvitation ? "withdrawn" : "removed", { count }));
    if (refused.length === 0) onClose();
  }

  const isInvitation = people.every(({ status }) => status === "invited");
  const act = isInvitation ? "withdraw" : "remove";
  const name = shownName(first);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={people.length === 1 ? t(`${act}.title`, { name }) : t(`${act}.many`, { count: people.length })}
      confirm={t(`${act}.confirm`)}
      onConfirm={run}
      busy={isBusy}
      failure={
        problems.length > 0 ? (
          <ul role="alert" className="flex flex-col gap-1 text-bad">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null
      }
    >
      {t(`${act}.text`, { of })}
      {consequences?.(people)}
    </ConfirmDialog>
  );
}
