import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";

/** Ends one's own visit. It asks for nothing else, so that one can leave a client that has closed its door. */
export const leaveClient = defineCommand({
  name: "organization.leave_client",
  input: OrganizationTarget,
  access: signedIn,
  async run({ tx, actor, input: { organizationId }, now }) {
    if (actor.kind !== "user") throw new Refused("not_signed_in");
    const [visit] = await tx
      .update(clientVisits)
      .set({ endedAt: now })
      .where(
        and(
          eq(clientVisits.sessionId, actor.sessionId),
          eq(clientVisits.organizationId, organizationId),
          isNull(clientVisits.endedAt),
        ),
      )
      .returning({ providerId: clientVisits.providerId });
    if (!visit) throw new NotFound();

    const { providerId } = visit;
    const [client] = await tx
      .select({ providerOrganizationId: providerOrganizations.id, name: organizations.name })
      .from(providerOrganizations)
      .innerJoin(organizations, eq(organizations.id, providerOrganizations.organizationId))
      .where(eq(providerOrganizations.organizationId, organizationId));
    if (!client) throw new NotFound();
    const { providerOrganizationId, name } = client;
    return done(
      { providerId },
      { type: "client.left", providerId, providerOrganizationId, details: { client: name } },
      { type: "organization.left_by_provider", organizationId, providerId },
    );
  },
});
