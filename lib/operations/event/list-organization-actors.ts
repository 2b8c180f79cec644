import "server-only";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { listActors } from "@/lib/operations/event/internal/list-actors";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** By whom an organization's log can be filtered. */
export const listOrganizationActors = defineQuery({
  name: "event.list_actors_of_organization",
  input: OrganizationTarget,
  access: inOrganization.read_events,
  read: ({ tx, input: { organizationId } }) => listActors(tx, organizationId),
});
