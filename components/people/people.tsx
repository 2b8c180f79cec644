"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { ActOnPeople } from "@/components/people/act-on-people";
import { type Answer, answers } from "@/components/people/answer-person";
import { PeopleTable } from "@/components/people/people-table";
import type { PeopleActions, PeopleOf, Person, RoleChoice } from "@/components/people/person";
import type { PersonTask } from "@/components/people/person-entries";
import { type GivingUp, RoleForm } from "@/components/people/role-form";
import { shownName } from "@/components/people/shown-name";
import { useResend } from "@/components/people/use-resend";
import { WaitingPeople } from "@/components/people/waiting-people";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { MenuEntry } from "@/components/ui/menu";

/** What one dialog is about: the people, or all who wait, wherever they are listed. */
export type Chosen = { people: readonly Person[]; onClose: () => void; all?: { count: number } };

type Props<Role extends string> = {
  of: PeopleOf;
  people: readonly Person[];
  sorts: ComponentProps<typeof PeopleTable>["sorts"];
  /** How many wait to be confirmed, on this page and others, and where they are listed. */
  waiting: { count: number; href: string };
  /** Those who are revoked and not among the people listed: how many, and where they are. Null where none is left out. */
  revoked?: { count: number; href: string } | null;
  /** Whose drawer is open. */
  openId?: string | null;
  roles: readonly RoleChoice<Role>[];
  actions: PeopleActions<Role>;
  /** The dialog that hands the key over to those who have accepted. */
  confirm: (chosen: Chosen) => ReactNode;
  /** Why nobody can be confirmed for now. */
  confirmOff?: string | undefined;
  /** Whether that dialog goes on through all who wait, also those on other pages. */
  confirmsAll?: boolean;
  /** The dialog in which an owner answers what the provider asks, or vouches for whom it has let in. */
  answer?: (answer: Answer, person: Person, onClose: () => void) => ReactNode;
  /** Opens what edits one of them; without it, a dialog changes their role. */
  edit?: (person: Person) => void;
  /** Where the menu of a row leads besides, such as to the log. */
  leads?: (person: Person) => readonly MenuEntry[];
  /** What the dialog of a role does where somebody lowers their own. */
  givingUp?: GivingUp<Role>;
  /** What else ends when they are removed. */
  consequences?: ((people: readonly Person[]) => ReactNode) | undefined;
};

type Open = { task: PersonTask; people: readonly Person[]; all?: { count: number } };

/** What is done to several at once, which is asked first. */
const asked = ["remove", "revoke", "restore", "resend"] as const;

/** A provider's team, or a client's members: the list, and the dialogs of what can be done with it. */
export function People<Role extends string>(props: Props<Role>) {
  const {
    of,
    people,
    sorts,
    waiting,
    revoked = null,
    openId = null,
    roles,
    actions,
    confirm,
    confirmOff,
    confirmsAll = false,
    answer,
    edit,
    leads = () => [],
    givingUp,
    consequences,
  } = props;
  const t = useTranslations("members");
  const resend = useResend(actions.resend);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  function onAct(task: PersonTask, chosen: readonly Person[]) {
    const [only] = chosen;
    if (task === "resend" && only && chosen.length === 1) return void resend(only);
    if (task === "edit" && edit && only) return edit(only);
    setOpen({ task, people: chosen });
  }
  const first = open?.people[0];
  const answered = answers.find((task) => task === open?.task);
  const act = asked.find((task) => task === open?.task);
  const doIt = act && actions[act];

  return (
    <>
      <WaitingPeople
        of={of}
        waiting={waiting}
        off={confirmOff}
        here={people.filter(({ may }) => may.confirm)}
        onConfirm={(chosen) => onAct("confirm", chosen)}
        {...(confirmsAll && {
          onConfirmAll: () => setOpen({ task: "confirm", people: [], all: { count: waiting.count } }),
        })}
      />
      {people.length > 0 ? (
        <PeopleTable of={of} people={people} openId={openId} sorts={sorts} leads={leads} onAct={onAct} />
      ) : (
        <Card>
          <EmptyState
            illustration="people"
            title={t("list.emptyTitle")}
            action={
              revoked ? (
                <LinkButton href={revoked.href} variant="quiet">
                  {t("list.showRevoked")}
                </LinkButton>
              ) : null
            }
          >
            {revoked ? t("list.amongRevoked", { count: revoked.count }) : t("list.emptyText")}
          </EmptyState>
        </Card>
      )}
      {open?.task === "confirm"
        ? confirm({ people: open.people, onClose: close, ...(open.all && { all: open.all }) })
        : null}
      {first && answered ? answer?.(answered, first, close) : null}
      <Dialog
        open={open?.task === "edit"}
        onOpenChange={close}
        title={first ? t("roleDialog.title", { name: shownName(first) }) : ""}
      >
        {first && givingUp ? (
          <RoleForm {...{ roles, givingUp }} person={first} changeRole={actions.changeRole} onClose={close} />
        ) : null}
      </Dialog>
      {open && act && doIt ? (
        <ActOnPeople
          task={act}
          of={of}
          people={open.people.filter(({ may }) => may[act])}
          leftOut={open.people.filter(({ may }) => !may[act])}
          act={doIt}
          consequences={act === "remove" ? consequences : undefined}
          onClose={close}
        />
      ) : null}
    </>
  );
}
