"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { PeopleOf, Person, Rows } from "@/components/people/person";
import { shownName } from "@/components/people/shown-name";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  /** What is done to their access: taken for good, taken until it is given back, or given back. */
  task: "remove" | "revoke" | "restore";
  of: PeopleOf;
  people: readonly Person[];
  act: (ids: string[]) => Promise<ActionResult<Rows>>;
  consequences?: ((people: readonly Person[]) => ReactNode) | undefined;
  onClose: () => void;
};

/** Asks, then ends or restores their access in one act; whom it did not fit is told by name. */
export function EndAccess({ task, of, people, act, consequences, onClose }: Props) {
  const t = useTranslations("members.removeDialog");
  const { failure } = useMessages();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const [first] = people;
  if (!first) return null;

  async function run() {
    setBusy(true);
    const answer = await reach(act(people.map(({ id }) => id)));
    setBusy(false);
    if (!answer.ok) return setProblems([failure(answer.failure)]);
    const refusals = new Map(answer.result.rows.map(({ id, refusal }) => [id, refusal]));
    const refused = people.flatMap((person) => {
      const code = refusals.get(person.id);
      return code ? t("failed", { name: shownName(person), reason: failure({ code }) }) : [];
    });
    setProblems(refused);
    const count = refusals.size - refused.length;
    if (count > 0) toast.success(t(`${what}.done`, { count }));
    if (refused.length === 0) onClose();
  }

  const isInvitation = people.every(({ status }) => status === "invited");
  const what = task === "remove" && isInvitation ? "withdraw" : task;
  const name = shownName(first);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={people.length === 1 ? t(`${what}.title`, { name }) : t(`${what}.many`, { count: people.length })}
      confirm={t(`${what}.confirm`)}
      tone={task === "restore" ? "primary" : "danger"}
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
      {t(`${what}.text`, { of })}
      {consequences?.(people)}
    </ConfirmDialog>
  );
}
