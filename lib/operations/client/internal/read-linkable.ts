import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { hasInForce } from "@/lib/operations/policy/internal/in-force";

/** What is judged of an organization that is to become a client, and its tie where it is one already. */
export async function readLinkable(tx: Tx, organizationId: OrganizationId) {
  const [found] = await tx
    .select({
      name: organizations.name,
      plan: organizations.plan,
      seats: organizations.seats,
      providerId: organizations.providerId,
      state: organizations.state,
      confirmsAutomatically: hasInForce("automatic_confirmation"),
      sealedKey: providerOrganizations.organizationKeyForProvider,
    })
    .from(organizations)
    .leftJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
    .where(eq(organizations.id, organizationId));
  if (!found) throw new NotFound();
  const { state, ...organization } = found;
  return {
    ...organization,
    isSuspended: state === "suspended",
    hasProvider: organization.providerId !== null,
  };
}
