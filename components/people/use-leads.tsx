import { LifeBuoy, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Person } from "@/components/people/person";
import type { MenuEntry } from "@/components/ui/menu";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";

type Leads = (person: Person) => readonly MenuEntry[];

/**
 * Where the menu of a person's row leads: to what the log tells of them.
 *
 * @param home the address of the provider's portal or of the organization's console.
 */
export function useLogLead(home: string): Leads {
  const t = useTranslations("members.act");
  return ({ id }) => [
    { label: t("log"), icon: <ScrollText aria-hidden="true" />, href: `${home}/events?member=${id}` },
  ];
}

/** The same in a console, and to the recovery of their account, for whoever may go there. */
export function useMemberLeads(home: string, may: OrganizationFrame["may"]): Leads {
  const t = useTranslations("members.act");
  const log = useLogLead(home);
  return (person) => [
    ...(may.includes("recover_accounts") &&
    person.status === "confirmed" &&
    person.isEnrolled &&
    !person.isYou
      ? [
          {
            label: t("recover"),
            icon: <LifeBuoy aria-hidden="true" />,
            href: `${home}/recovery?search=${encodeURIComponent(person.email)}`,
          },
        ]
      : []),
    ...(may.includes("read_events") ? log(person) : []),
  ];
}
