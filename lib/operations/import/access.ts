import "server-only";
import { userIdOf } from "@/lib/domain/actor";
import { allow, refuse } from "@/lib/domain/decision";
import type { OrganizationId } from "@/lib/domain/ids";
import type { Access } from "@/lib/operations/access";
import { inOrganization, type OrganizationAccessStanding } from "@/lib/operations/organization/access";

/** Of whoever imports: theirs in the organization, or "self" where it is their own vault. */
type Standing = OrganizationAccessStanding | "self";

/** Into one's own vault, anybody; into an organization, whoever has the permission, whatever they reach there. */
export const importers: Access<{ organizationId: OrganizationId | null }, Standing> = {
  name: "importers",
  of: ["organizationId"],
  standing: async (look, { organizationId }) => {
    if (organizationId) return inOrganization.import_items.standing(look, { organizationId });
    return userIdOf(look.actor) ? "self" : "anonymous";
  },
  rule: (standing) => {
    if (standing === "anonymous") return refuse("not_signed_in");
    return standing === "self" ? allow : inOrganization.import_items.rule(standing);
  },
  stamp: (standing) => (standing === "self" ? {} : (inOrganization.import_items.stamp?.(standing) ?? {})),
};
