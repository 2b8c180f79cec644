import "server-only";
import { ListOrganizationEvents } from "@/lib/domain/event-log";
import { namesOfSubjects } from "@/lib/operations/event/internal/names-of-subjects";
import { readEvents } from "@/lib/operations/event/internal/read-events";
import { oneLog } from "@/lib/operations/event/internal/scope";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** An organization's log: its own people's acts, and its provider's during visits. */
export const listOrganizationEvents = defineQuery({
  name: "event.list_of_organization",
  input: ListOrganizationEvents,
  access: inOrganization.read_events,
  async read({ tx, input: { organizationId, of, ...view }, standing }) {
    const page = await readEvents(tx, oneLog(organizationId), view, of);
    return {
      ...page,
      names: await namesOfSubjects(tx, { organizationId, place: placeOf(standing), entries: page.events }),
    };
  },
});
