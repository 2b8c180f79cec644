"use client";

import { useTranslations } from "next-intl";
import type { RoleChoice } from "@/components/people/person";
import { type GivenRole, givenRoles } from "@/lib/domain/organization/inputs";
import type { OrganizationPermission } from "@/lib/domain/organization/permissions";
import { type ProviderRole, providerRoles } from "@/lib/domain/provider/member";

/** The roles in a provider's team. */
export function useTeamRoles(): RoleChoice<ProviderRole>[] {
  const t = useTranslations("portal");
  // The lesser first: what the other may do is told as "all of that, and more".
  return providerRoles
    .toReversed()
    .map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roleHints.${value}`) }));
}

/** The roles of members that the actor can give. Owners are made by owners and by the provider. */
export function useMemberRoles(may: readonly OrganizationPermission[]): RoleChoice<GivenRole>[] {
  const t = useTranslations("console");
  return givenRoles
    .filter((role) => role !== "owner" || may.includes("manage_owners"))
    .map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roleHints.${value}`) }));
}
