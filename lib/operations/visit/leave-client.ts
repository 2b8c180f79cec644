import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { sessionOf, signedInNaming } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";

/**
 * Ends the actor's own visit, unless it is over already, and answers the provider whose clients to go back to.
 * It asks for no other right, so that somebody can leave a client that has closed its door.
 */
export const leaveClient = defineCommand({
  name: "organization.leave_client",
  input: OrganizationTarget,
  access: signedInNaming("a visit of one's own session is all that it touches"),
  async run({ tx, actor, input: { organizationId }, now }) {
    const own = and(
      eq(clientVisits.sessionId, sessionOf(actor)),
      eq(clientVisits.organizationId, organizationId),
    );
    const [left, ...more] = await endVisits(tx, own, now);
    const [visit] = await tx
      .select({ providerId: clientVisits.providerId })
      .from(clientVisits)
      .where(own)
      .orderBy(desc(clientVisits.startedAt))
      .limit(1);
    if (!visit) throw new NotFound();
    return left ? done(visit, left, ...more) : doneUnrecorded(visit, "the visit was over already");
  },
});
