"use client";

import { useTranslations } from "next-intl";
import type { AssignableMember } from "@/lib/operations/organization/list-assignable-members";

/** Members as choices of a picker: by name and address, and marked where they are of the provider's team. */
export function useMemberOptions() {
  const ofTeam = useTranslations("members.list");
  return (members: readonly AssignableMember[]) =>
    members.map(({ id, name, email, ofProvider }) => ({
      value: id,
      label: [name, email, ofProvider && ofTeam("ofProvider")].filter(Boolean).join(" · "),
    }));
}
