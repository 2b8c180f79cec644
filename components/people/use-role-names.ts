import { useTranslations } from "next-intl";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { ProviderRole } from "@/lib/domain/provider/member";

/** What each role is called, of a team and of an organization. */
export function useRoleNames(): Record<ProviderRole | OrganizationRole, string> {
  const inTeam = useTranslations("portal.roles");
  const inOrganization = useTranslations("console.roles");
  return {
    provider_admin: inTeam("provider_admin"),
    service_user: inTeam("service_user"),
    owner: inOrganization("owner"),
    admin: inOrganization("admin"),
    custom: inOrganization("custom"),
    user: inOrganization("user"),
  };
}
