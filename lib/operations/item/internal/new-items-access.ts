import "server-only";
import { userIdOf } from "@/lib/domain/actor";
import { allow, refuse } from "@/lib/domain/decision";
import type { OrganizationId } from "@/lib/domain/ids";
import type { OrganizationPermission } from "@/lib/domain/organization/permissions";
import type { Access } from "@/lib/operations/access";
import { inOrganization, type OrganizationAccessStanding } from "@/lib/operations/organization/access";

/** Of whoever makes items: theirs in the organization that they are for, or "self" where they are their own. */
type Standing = OrganizationAccessStanding | "self";

/** For one's own vault, anybody; in an organization, whoever has the permission. */
function makersOfItems(
  name: string,
  permission: OrganizationPermission,
): Access<{ organizationId: OrganizationId | null }, Standing> {
  const access = inOrganization[permission];
  return {
    name,
    of: ["organizationId"],
    standing: async (look, { organizationId }) => {
      if (organizationId) return access.standing(look, { organizationId });
      return userIdOf(look.actor) ? "self" : "anonymous";
    },
    rule: (standing) => {
      if (standing === "anonymous") return refuse("not_signed_in");
      return standing === "self" ? allow : access.rule(standing);
    },
    stamp: (standing) => (standing === "self" ? {} : (access.stamp?.(standing) ?? {})),
  };
}

/** In an organization, its people. Each collection is judged afterwards. */
export const itemCreators = makersOfItems("item_creators", "be_there");

/** In an organization, whoever has the permission, whatever they reach there. */
export const importers = makersOfItems("importers", "import_items");
