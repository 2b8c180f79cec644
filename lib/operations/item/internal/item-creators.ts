import "server-only";
import { userIdOf } from "@/lib/domain/actor";
import { allow, refuse } from "@/lib/domain/decision";
import type { OrganizationId } from "@/lib/domain/ids";
import type { Access } from "@/lib/operations/access";
import { inOrganization, type OrganizationAccessStanding } from "@/lib/operations/organization/access";

/** Of whoever makes an item: theirs in the organization that it is for, or "self" where it is their own. */
type Standing = OrganizationAccessStanding | "self";

/** For one's own vault, anybody; in an organization, its people. Each collection is judged afterwards. */
export const itemCreators: Access<{ organizationId: OrganizationId | null }, Standing> = {
  name: "item_creators",
  of: ["organizationId"],
  standing: async (look, { organizationId }) => {
    if (organizationId) return inOrganization.be_there.standing(look, { organizationId });
    return userIdOf(look.actor) ? "self" : "anonymous";
  },
  rule: (standing) => {
    if (standing === "anonymous") return refuse("not_signed_in");
    return standing === "self" ? allow : inOrganization.be_there.rule(standing);
  },
  stamp: (standing) => (standing === "self" ? {} : (inOrganization.be_there.stamp?.(standing) ?? {})),
};
