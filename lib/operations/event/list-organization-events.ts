import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { events } from "@/db/schema/events";
import { OrganizationId } from "@/lib/domain/ids";
import { pageOnly } from "@/lib/domain/list-view";
import { namesOfSubjects } from "@/lib/operations/event/internal/names-of-subjects";
import { readEvents } from "@/lib/operations/event/internal/read-events";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** An organization's log: its own people's acts, and its provider's during visits. */
export const listOrganizationEvents = defineQuery({
  name: "event.list_of_organization",
  input: z.object({ organizationId: OrganizationId, ...pageOnly() }),
  access: inOrganization.read_events,
  async read({ tx, input: { organizationId, cursor }, standing }) {
    const page = await readEvents(tx, eq(events.organizationId, organizationId), cursor);
    return {
      ...page,
      names: await namesOfSubjects(tx, { organizationId, place: placeOf(standing), entries: page.events }),
    };
  },
});
