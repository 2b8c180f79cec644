import { Check, Mail, ShieldCheck, UserCog, UserMinus, X } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { MemberTask } from "@/components/organizations/member-actions";
import type { MenuEntry } from "@/components/ui/menu";
import type { ListedMember } from "@/lib/operations/organization/list-members";

type Words = ReturnType<typeof useTranslations<"console">>;
type Acts = { onTask: (task: MemberTask) => void; onResend: () => void; mayAnswer: boolean };

/** What can be done with one member in their state. What the provider asked is answered before all else. */
export function memberEntries(
  { status, isAsked, isToAnswer }: ListedMember,
  t: Words,
  { onTask, onResend, mayAnswer }: Acts,
): MenuEntry[] {
  const answers: MenuEntry[] = [
    { label: t("team.approve"), icon: <Check />, onSelect: () => onTask("approve") },
    { label: t("team.refuse"), icon: <X />, onSelect: () => onTask("refuse") },
  ];
  const entries: (MenuEntry | false)[] = [
    ...(mayAnswer && isToAnswer ? answers : []),
    status === "accepted" && {
      label: t("team.confirm"),
      icon: <ShieldCheck />,
      onSelect: () => onTask("confirm"),
    },
    status === "invited" && !isAsked && { label: t("team.resend"), icon: <Mail />, onSelect: onResend },
    { label: t("team.changeRole"), icon: <UserCog />, onSelect: () => onTask("role") },
    {
      label: t(status === "invited" ? "team.takeBack" : "team.remove"),
      icon: <UserMinus />,
      tone: "danger",
      divided: true,
      onSelect: () => onTask("remove"),
    },
  ];
  return entries.filter((entry) => entry !== false);
}
