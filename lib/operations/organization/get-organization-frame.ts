import "server-only";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { organizationManagers, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** What every page of the console shows around itself. The standing holds it all: no further statement. */
export const getOrganizationFrame = defineQuery({
  name: "organization.get_frame",
  input: OrganizationTarget,
  access: organizationManagers,
  async read({ standing }) {
    const { frame, capacity } = placeOf(standing);
    return { ...frame, as: capacity.as, role: capacity.as === "member" ? capacity.role : null };
  },
});
