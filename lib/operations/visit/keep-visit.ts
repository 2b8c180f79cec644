import "server-only";
import { and, eq } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { sessionOf, signedInNaming } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { isOpenVisit } from "@/lib/operations/visit/internal/visit-end";

/** Notes that the actor's visit is in use. A visit that has run out is not opened again. */
export const keepVisit = defineCommand({
  name: "organization.keep_visit",
  input: OrganizationTarget,
  access: signedInNaming("a visit of one's own session is all that it touches"),
  async run({ tx, actor, input: { organizationId }, now }) {
    await tx
      .update(clientVisits)
      .set({ lastSeenAt: now })
      .where(
        and(
          eq(clientVisits.sessionId, sessionOf(actor)),
          eq(clientVisits.organizationId, organizationId),
          isOpenVisit(now),
        ),
      );
    return doneUnrecorded(null, "looking around is not an act; entering and leaving are");
  },
});
