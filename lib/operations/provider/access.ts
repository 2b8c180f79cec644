import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { userIdOf } from "@/lib/domain/actor";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import { mayInProvider, type ProviderStanding } from "@/lib/domain/provider/member";
import { type ProviderPermission, providerPermissions } from "@/lib/domain/provider/permissions";
import type { Look } from "@/lib/operations/access";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { lacksTwoStep } from "@/lib/operations/own-step";
import { accessesOf, type TenantStanding } from "@/lib/operations/tenant-access";

/** The actor's own place in a provider: what the rules judge, and no more. */
export type ProviderPlace = NonNullable<ProviderStanding> & { memberId: ProviderMemberId };

type Standing = TenantStanding<ProviderPlace>;
type Target = { providerId: ProviderId };

/** The actor's row and the provider's, both held while something is done on their strength. One statement. */
async function standing({ tx, actor, hold }: Look, { providerId }: Target): Promise<Standing> {
  const userId = userIdOf(actor);
  if (!userId) return actor.principal.kind === "anonymous" ? "anonymous" : "nobody";
  const [place] = await hold(
    tx
      .select({
        memberId: providerMembers.id,
        role: providerMembers.role,
        status: providerMembers.status,
        state: providers.state,
        accessEnded: hasAccessEnded,
        lacksTwoStep: lacksTwoStep(sql`${userId}::uuid`),
        serviceUsersCreateClients: providers.serviceUsersCreateClients,
      })
      .from(providerMembers)
      .innerJoin(providers, eq(providers.id, providerMembers.providerId))
      .where(and(eq(providerMembers.providerId, providerId), eq(providerMembers.userId, userId))),
  );
  return place ?? "nobody";
}

/** One access for each permission of the table: `access: inProvider.invite_staff`. */
export const { accesses: inProvider, placeOf } = accessesOf<Target, ProviderPlace, ProviderPermission>({
  name: "provider",
  of: ["providerId"],
  permissions: providerPermissions,
  standing,
  may: mayInProvider,
});
