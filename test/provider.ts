import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { OrganizationId, type ProviderId, type ProviderMemberId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { type Plan, planFacts } from "@/lib/domain/organization/plans";
import type { ProviderMemberStatus, ProviderRole } from "@/lib/domain/provider/member";
import { keyOf } from "@/test/organization";
import { aPerson, type Person, publicKey, sealedKey, sealedText } from "@/test/people";

export type TeamMember = Person & { memberId: ProviderMemberId };
type Place = `${ProviderRole}, ${ProviderMemberStatus}`;
type Options = { name?: string; teams?: number; enterprise?: number; state?: "enabled" | "suspended" };

/**
 * A provider that is set up, with a team: `aProviderWith(tx, { brett: "provider_admin, confirmed" })`. Each
 * member comes back under the given name. The invited have accounts too, which their rows do not know of yet.
 */
export async function aProviderWith<Name extends string>(
  tx: Tx,
  team: Record<Name, Place>,
  { name = "My Provider", teams = 75, enterprise = 150, state = "enabled" }: Options = {},
): Promise<{ providerId: ProviderId } & Record<Name, TeamMember>> {
  const [provider] = await tx
    .insert(providers)
    .values({
      name,
      sortName: sortKey(name),
      ownerEmail: "owner@provider.example",
      billingEmail: "billing@provider.example",
      status: "billable",
      state,
      setUpAt: new Date(),
    })
    .returning({ id: providers.id });
  if (!provider) throw new Error("no row came back");
  await tx.insert(providerPlans).values([
    { providerId: provider.id, plan: "teams_monthly", seatMinimum: teams },
    { providerId: provider.id, plan: "enterprise_monthly", seatMinimum: enterprise },
  ]);

  const members: Partial<Record<Name, TeamMember>> = {};
  for (const [who, place] of Object.entries<Place>(team))
    members[who as Name] = await aTeamMember(tx, provider.id, who, place);
  // Every name of the team has been filled in by the loop above.
  return { providerId: provider.id, ...(members as Record<Name, TeamMember>) };
}

async function aTeamMember(tx: Tx, providerId: ProviderId, who: string, place: Place): Promise<TeamMember> {
  const [role, status] = place.split(", ") as [ProviderRole, ProviderMemberStatus];
  const email = `${who}.${randomUUID().slice(0, 8)}@provider.example`;
  const person = await aPerson(tx, who, { email });
  const [member] = await tx
    .insert(providerMembers)
    .values({
      providerId,
      role,
      status,
      ...(status === "invited" ? { email } : { userId: person.userId, acceptedAt: new Date() }),
      ...(status === "confirmed" && { providerKeyForMember: sealedKey(), confirmedAt: new Date() }),
    })
    .returning({ id: providerMembers.id });
  if (!member) throw new Error("no row came back");
  return { ...person, memberId: member.id };
}

type ClientOptions = { name?: string; plan?: Plan; seats?: number; used?: number };

/** A client as rows, without people. The provider's plan counts its seats. */
export async function aClientOf(
  tx: Tx,
  providerId: ProviderId,
  { name = "My Client", plan = "teams_monthly", seats = 10, used = 0 }: ClientOptions = {},
): Promise<OrganizationId> {
  const id = OrganizationId.parse(randomUUID());
  await tx.insert(organizations).values({
    id,
    keyId: keyOf(id),
    providerId,
    name,
    sortName: sortKey(name),
    billingEmail: "billing@provider.example",
    plan,
    status: "managed",
    features: [...planFacts[plan].features],
    seats,
    usedSeats: used,
    publicKey: publicKey(),
    privateKeyForOrganization: sealedText(77),
  });
  await tx.insert(providerOrganizations).values({
    providerId,
    organizationId: id,
    organizationKeyForProvider: sealedText(5),
    organizationKeyId: keyOf(id),
  });
  const thePlan = and(eq(providerPlans.providerId, providerId), eq(providerPlans.plan, plan));
  await tx
    .update(providerPlans)
    .set({
      allocatedSeats: sql`${providerPlans.allocatedSeats} + ${seats}`,
      purchasedSeats: sql`greatest(0, ${providerPlans.allocatedSeats} + ${seats} - ${providerPlans.seatMinimum})`,
    })
    .where(thePlan);
  return id;
}
