import "server-only";
import { eq, sql } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { organizations } from "@/db/schema/organizations";
import { SetProviderAccess } from "@/lib/domain/organization/inputs";
import { letsInMore } from "@/lib/domain/organization/member";
import { mayAnswerProvider } from "@/lib/domain/organization/provider-place";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization, ownAccount } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { asClient } from "@/lib/operations/organization/internal/both-logs";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";

/**
 * Says how far the organization lets its provider in. It takes effect at the provider's next request; whoever is
 * inside a client that closes has left it with that. Every owner lets it in less; owners who count let it in more.
 */
export const setProviderAccess = defineCommand({
  name: "organization.set_provider_access",
  input: SetProviderAccess,
  access: inOrganization.set_provider_access,
  // Acts of the provider that are under way come first, or not at all.
  locks: ({ actor, input: { organizationId } }) => [
    { ...organization(organizationId), takes: "authority" },
    ...ownAccount(actor),
  ],
  async run({ tx, input: { organizationId, access }, standing, now }) {
    const [before] = await tx
      .select({ access: organizations.providerAccess })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    const client = await asClient(tx, organizationId);
    if (!before || !client) throw new NotFound();
    if (before.access === access) return doneUnrecorded({ access }, "it was so already");
    if (letsInMore(before.access, access)) assertAllowed(mayAnswerProvider(placeOf(standing)));

    const ended =
      access === "closed" ? await endVisits(tx, eq(clientVisits.organizationId, organizationId), now) : [];
    await tx
      .update(organizations)
      .set({
        providerAccess: access,
        ...(before.access === "full" && { providerReadUntil: sql`clock_timestamp()` }),
        revisedAt: now,
      })
      .where(eq(organizations.id, organizationId));
    await advanceOrganization(tx, organizationId);
    const { providerId, providerOrganizationId, client: name } = client;
    const change = { from: before.access, to: access };
    return done(
      { access },
      { type: "organization.provider_access_changed", organizationId, details: change },
      {
        type: "client.access_changed",
        providerId,
        providerOrganizationId,
        details: { client: name, ...change },
      },
      ...ended,
    );
  },
});
