import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, ProviderOrganizationId, UserId } from "@/lib/domain/ids";
import { type Plan, planFacts } from "@/lib/domain/organization/plans";
import type { LinkClient } from "@/lib/domain/provider/linking";
import { tieToProvider } from "@/lib/operations/client/internal/tie-to-provider";
import { countConfirmed } from "@/lib/operations/organization/internal/lock-members";
import { billingEmailOf } from "@/lib/operations/provider/internal/billing-email-of";

/** Makes an organization the provider's to manage, and ties it to the provider, with what its plan includes. */
export async function becomeClient(
  tx: Tx,
  input: z.output<typeof LinkClient>,
  { plan, by }: { plan: Plan; by: UserId },
  now: Date,
): Promise<ProviderOrganizationId> {
  const { providerId, organizationId } = input;
  await tx
    .update(organizations)
    .set({
      providerId,
      status: "managed",
      billingEmail: await billingEmailOf(tx, providerId),
      features: [...planFacts[plan].features],
      revisedAt: now,
    })
    .where(eq(organizations.id, organizationId));
  const providerOrganizationId = await tieToProvider(tx, input, now);
  await openWhereNobodyCould(tx, organizationId, by);
  return providerOrganizationId;
}

/**
 * How far an organization lets a provider in was set before, unless nobody could set it now and its own owner links it.
 * Who counts is known once it has its provider.
 */
async function openWhereNobodyCould(tx: Tx, organizationId: OrganizationId, by: UserId): Promise<void> {
  const { counting } = await countConfirmed(tx, organizationId);
  if (counting > 0 || (await isLetIn(tx, organizationId, by))) return;
  await tx.update(organizations).set({ providerAccess: "full" }).where(eq(organizations.id, organizationId));
}

/** Whether somebody is here by the word of the provider that the organization had before. */
const isLetIn = async (tx: Tx, organizationId: OrganizationId, userId: UserId) =>
  (await tx.$count(
    organizationMembers,
    and(
      eq(organizationMembers.organizationId, organizationId),
      eq(organizationMembers.userId, userId),
      eq(organizationMembers.letInByProvider, true),
    ),
  )) > 0;
