import { Check, Mail, UserCog, X } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { MemberRow } from "@/components/members/member-actions";
import type { MenuEntry } from "@/components/ui/menu";
import { mayConfirm, mayReinvite } from "@/lib/domain/provider/member";

export type MemberAct = "confirm" | "resend" | "role" | "remove";
type Words = ReturnType<typeof useTranslations<"members">>;

/** What can be done with one member in their state. Nobody removes themselves. */
export function entriesFor(
  member: MemberRow,
  isYou: boolean,
  t: Words,
  act: (what: MemberAct) => void,
): MenuEntry[] {
  const entries: (MenuEntry | false)[] = [
    mayConfirm(member).allowed && {
      label: t("act.confirm"),
      icon: <Check aria-hidden="true" />,
      onSelect: () => act("confirm"),
    },
    mayReinvite(member).allowed && {
      label: t("act.resend"),
      icon: <Mail aria-hidden="true" />,
      onSelect: () => act("resend"),
    },
    { label: t("act.role"), icon: <UserCog aria-hidden="true" />, onSelect: () => act("role") },
    !isYou && {
      label: t("act.remove"),
      icon: <X aria-hidden="true" />,
      tone: "danger",
      divided: true,
      onSelect: () => act("remove"),
    },
  ];
  return entries.filter((entry) => entry !== false);
}

/** What can be done with all the selected: an entry stands only where it fits somebody. */
export function entriesForAll(
  members: MemberRow[],
  t: Words,
  act: (what: Exclude<MemberAct, "role">) => void,
): MenuEntry[] {
  const entries: (MenuEntry | false)[] = [
    members.some((member) => mayReinvite(member).allowed) && {
      label: t("act.resendSelected"),
      icon: <Mail aria-hidden="true" />,
      onSelect: () => act("resend"),
    },
    members.some((member) => mayConfirm(member).allowed) && {
      label: t("act.confirmSelected"),
      icon: <Check aria-hidden="true" />,
      onSelect: () => act("confirm"),
    },
    members.length > 0 && {
      label: t("act.removeSelected"),
      icon: <X aria-hidden="true" />,
      tone: "danger",
      onSelect: () => act("remove"),
    },
  ];
  return entries.filter((entry) => entry !== false);
}
