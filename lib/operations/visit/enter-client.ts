import "server-only";
import { and, eq } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { personOf, sessionOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { clientVisitors, visitorOf } from "@/lib/operations/visit/internal/client-visitors";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";
import { hasRunOut } from "@/lib/operations/visit/internal/visit-end";

/**
 * Begins the visit of a provider's user. From now on, and only in this session, they can open the client. The
 * visit lasts until they leave, its time runs out or the session ends. A visit that had run out is ended first.
 * Entering twice, also at the same moment, begins one visit.
 */
export const enterClient = defineCommand({
  name: "organization.enter_client",
  input: OrganizationTarget,
  access: clientVisitors,
  async run({ tx, actor, input: { organizationId }, standing, now }) {
    const userId = personOf(actor);
    const { providerId, providerOrganizationId, name } = visitorOf(standing);
    const sessionId = sessionOf(actor);
    const own = and(eq(clientVisits.sessionId, sessionId), eq(clientVisits.organizationId, organizationId));
    const ended = await endVisits(tx, and(own, hasRunOut(now)), now);
    const begun = await tx
      .insert(clientVisits)
      .values({ providerId, organizationId, userId, sessionId, startedAt: now, lastSeenAt: now })
      .onConflictDoNothing()
      .returning({ id: clientVisits.id });
    if (begun.length === 0) return doneUnrecorded(null, "the visit is under way already");
    return done(
      null,
      { type: "client.entered", providerId, providerOrganizationId, details: { client: name } },
      { type: "organization.entered_by_provider", organizationId, providerId },
      ...ended,
    );
  },
});
