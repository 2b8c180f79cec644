"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useBulk } from "@/components/lists/use-bulk";
import { NamedPeople } from "@/components/people/named-people";
import type { PeopleOf, Person, Rows } from "@/components/people/person";
import { shownName } from "@/components/people/shown-name";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  /** Their access is taken for good, taken until it is given back, or given back; or they are invited again. */
  task: "remove" | "revoke" | "restore" | "resend";
  of: PeopleOf;
  people: readonly Person[];
  /** Those who were selected with them, and whom it cannot be done to. */
  leftOut: readonly Person[];
  act: (ids: string[]) => Promise<ActionResult<Rows>>;
  consequences?: ((people: readonly Person[]) => ReactNode) | undefined;
  onClose: () => void;
};

/** Why it cannot be done to somebody who was selected. */
function reasonOf(task: Props["task"], { isYou, status }: Person) {
  if (task === "resend") return status === "invited" ? "notYours" : "notInvited";
  if (isYou) return "you";
  if (task === "revoke" && status === "revoked") return "revoked";
  if (task === "restore" && status !== "revoked") return "notRevoked";
  return "notYours";
}

/** Asks, then acts on all of them at once; whom it did not fit is told by name. */
export function ActOnPeople({ task, of, people, leftOut, act, consequences, onClose }: Props) {
  const t = useTranslations("members.removeDialog");
  const isInvitation = people.every(({ status }) => status === "invited");
  const what = task === "remove" && isInvitation ? "withdraw" : task;
  const names = new Map(people.map((person) => [person.id, shownName(person)]));
  const { run, busy, failures } = useBulk({
    ids: [...names.keys()],
    act,
    nameOf: (id) => names.get(id) ?? "",
    done: (count) => t(`${what}.done`, { count }),
    onClose,
  });
  const [first] = people;
  if (!first) return null;

  const name = shownName(first);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={people.length === 1 ? t(`${what}.title`, { name }) : t(`${what}.many`, { count: people.length })}
      confirm={t(`${what}.confirm`)}
      tone={task === "restore" || task === "resend" ? "primary" : "danger"}
      onConfirm={run}
      busy={busy}
      failure={failures}
    >
      {t(`${what}.text`, { of, count: people.length })}
      {consequences?.(people)}
      {people.length > 1 || leftOut.length > 0 ? (
        <NamedPeople label={t(`${what}.for`, { count: people.length })} people={people} />
      ) : null}
      {leftOut.length > 0 ? (
        <NamedPeople
          label={t("leftOut", { count: leftOut.length })}
          people={leftOut}
          reason={(person) => t(`reasons.${reasonOf(task, person)}`)}
        />
      ) : null}
    </ConfirmDialog>
  );
}
