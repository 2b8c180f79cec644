import { Ban, Check, Handshake, Mail, RotateCcw, ShieldCheck, UserCog, X } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { BulkAct } from "@/components/lists/bulk-bar";
import type { PeopleOf, Person, PersonAct } from "@/components/people/person";
import type { MenuEntry } from "@/components/ui/menu";

/** What a menu starts. */
export type PersonTask = PersonAct;
type Words = ReturnType<typeof useTranslations<"members">>;

/** What can be done with one person. What the provider asked is answered before all else. */
export function entriesFor(
  of: PeopleOf,
  { status, may }: Person,
  t: Words,
  act: (task: PersonTask) => void,
  /** What stands above the entries that take something away. */
  leads: readonly MenuEntry[] = [],
): MenuEntry[] {
  const isInvited = status === "invited";
  const entries: (MenuEntry | false)[] = [
    may.approve && {
      label: t("act.approve"),
      icon: <ShieldCheck aria-hidden="true" />,
      onSelect: () => act("approve"),
    },
    may.refuse && {
      label: t("act.refuse"),
      icon: <X aria-hidden="true" />,
      tone: "danger",
      onSelect: () => act("refuse"),
    },
    may.vouch && {
      label: t("act.vouch"),
      icon: <Handshake aria-hidden="true" />,
      onSelect: () => act("vouch"),
    },
    may.confirm && {
      label: t("act.confirm"),
      icon: <Check aria-hidden="true" />,
      onSelect: () => act("confirm"),
    },
    may.resend && {
      label: t("act.resend"),
      icon: <Mail aria-hidden="true" />,
      onSelect: () => act("resend"),
    },
    may.edit && {
      label: t(of === "organization" ? "act.edit" : "act.role"),
      icon: <UserCog aria-hidden="true" />,
      onSelect: () => act("edit"),
    },
    ...leads,
    may.restore && {
      label: t("act.restore"),
      icon: <RotateCcw aria-hidden="true" />,
      onSelect: () => act("restore"),
    },
    may.revoke &&
      !may.refuse && {
        label: t("act.revoke"),
        icon: <Ban aria-hidden="true" />,
        tone: "danger",
        divided: true,
        onSelect: () => act("revoke"),
      },
    // To refuse also removes them, so there is no second entry that removes.
    may.remove &&
      !may.refuse && {
        label: t(isInvited ? "act.withdraw" : "act.remove"),
        icon: <X aria-hidden="true" />,
        tone: "danger",
        divided: !may.revoke,
        onSelect: () => act("remove"),
      },
  ];
  const offered = entries.filter((entry) => entry !== false);
  // A menu that leads to the log alone is not worth its button: the log is filtered by person too.
  return offered.length > leads.length ? offered : [];
}

/** What can be done with all the selected: an act stands only where it fits somebody. */
export function actsForAll(
  people: readonly Person[],
  t: Words,
  act: (task: "resend" | "confirm" | "revoke" | "restore" | "remove") => void,
): BulkAct[] {
  const fits = (what: PersonAct) => people.some(({ may }) => may[what]);
  const areInvitations = people.every(({ may, status }) => !may.remove || status === "invited");
  const acts: (BulkAct | false)[] = [
    fits("resend") && {
      label: t("act.resendSelected"),
      icon: <Mail aria-hidden="true" />,
      onSelect: () => act("resend"),
    },
    fits("confirm") && {
      label: t("act.confirm"),
      icon: <Check aria-hidden="true" />,
      onSelect: () => act("confirm"),
    },
    fits("restore") && {
      label: t("act.restore"),
      icon: <RotateCcw aria-hidden="true" />,
      onSelect: () => act("restore"),
    },
    fits("revoke") && {
      label: t("act.revoke"),
      icon: <Ban aria-hidden="true" />,
      onSelect: () => act("revoke"),
    },
    fits("remove") && {
      label: t(areInvitations ? "act.withdrawSelected" : "act.remove"),
      icon: <X aria-hidden="true" />,
      onSelect: () => act("remove"),
    },
  ];
  return acts.filter((offered) => offered !== false);
}
