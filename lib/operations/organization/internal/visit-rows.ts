import "server-only";
import { sql } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { events } from "@/db/schema/events";
import { called } from "@/lib/operations/people/internal/called";
import { isOpenVisit } from "@/lib/operations/visit/internal/visit-end";

/** A visit as lists show it: who, from when to when, and how much was done in it besides coming and going. */
export const visitColumns = (now: Date) => ({
  id: clientVisits.id,
  startedAt: clientVisits.startedAt,
  endedAt: clientVisits.endedAt,
  isOpen: sql<boolean>`${isOpenVisit(now)}`,
  userId: clientVisits.userId,
  ...called,
  acts: sql<number>`(select count(*)::int from ${events} as act
    where act.organization_id = ${clientVisits.organizationId} and act.session_id = ${clientVisits.sessionId}
      and act.provider_id is not null and act.at >= ${clientVisits.startedAt}
      and act.at <= coalesce(${clientVisits.endedAt}, 'infinity')
      and act.type not in ('organization.entered_by_provider', 'organization.left_by_provider'))`,
});
