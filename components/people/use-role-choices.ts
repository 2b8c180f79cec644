"use client";

import { useTranslations } from "next-intl";
import type { RoleChoice } from "@/components/people/person";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { type ProviderRole, providerRoles } from "@/lib/domain/provider/member";

/** The roles in a provider's team. */
export function useTeamRoles(): RoleChoice<ProviderRole>[] {
  const t = useTranslations("portal");
  // The lesser first: what the other may do is told as "all of that, and more".
  return providerRoles
    .toReversed()
    .map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roleHints.${value}`) }));
}

/** The roles of members that the actor can give. */
export function useMemberRoles(givable: readonly OrganizationRole[]): RoleChoice<OrganizationRole>[] {
  const t = useTranslations("console");
  return givable.map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roleHints.${value}`) }));
}
