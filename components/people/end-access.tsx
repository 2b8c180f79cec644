"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useBulk } from "@/components/lists/use-bulk";
import type { PeopleOf, Person, Rows } from "@/components/people/person";
import { shownName } from "@/components/people/shown-name";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
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

/** Asks, then ends or restores their access in one act; whom it did not fit is told by name, with the reason. */
export function EndAccess({ task, of, people, act, consequences, onClose }: Props) {
  const t = useTranslations("members.removeDialog");
  const fits = people.filter(({ may }) => may[task]);
  const isInvitation = fits.every(({ status }) => status === "invited");
  const what = task === "remove" && isInvitation ? "withdraw" : task;
  const names = new Map(people.map((person) => [person.id, shownName(person)]));
  const { run, busy, failures } = useBulk({
    ids: [...names.keys()],
    act,
    nameOf: (id) => names.get(id) ?? "",
    done: (count) => t(`${what}.done`, { count }),
    onClose,
  });
  const [first] = fits;
  if (!first) return null;

  const name = shownName(first);
  const others = people.filter((person) => !fits.includes(person)).map(shownName);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={fits.length === 1 ? t(`${what}.title`, { name }) : t(`${what}.many`, { count: fits.length })}
      confirm={t(`${what}.confirm`)}
      tone={task === "restore" ? "primary" : "danger"}
      onConfirm={run}
      busy={busy}
      failure={failures}
    >
      {t(`${what}.text`, { of, count: fits.length })}
      {others.length > 0 ? <p className="mt-3">{t("others", { names: others.join(", ") })}</p> : null}
      {consequences?.(fits)}
    </ConfirmDialog>
  );
}
