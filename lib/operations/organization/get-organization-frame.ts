import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { givableIn } from "@/lib/domain/organization/custom-role";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { permissionsIn } from "@/lib/domain/organization/member";
import { usableForMs } from "@/lib/domain/recovery/term";
import { personOf, sessionOf } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { isOpenVisit } from "@/lib/operations/visit/internal/visit-end";

/** What every page of the console shows around itself. One statement. */
export const getOrganizationFrame = defineQuery({
  name: "organization.get_frame",
  input: OrganizationTarget,
  access: inOrganization.open_console,
  async read({ tx, actor, input: { organizationId }, standing, now }) {
    const place = placeOf(standing);
    const { capacity } = place;
    const may = permissionsIn(place);
    const approves = may.includes("answer_provider") && may.includes("recover_accounts");
    const [row] = await tx
      .select({
        name: organizations.name,
        plan: organizations.plan,
        seats: organizations.seats,
        usedSeats: organizations.usedSeats,
        /** Who waits for the actor: to be confirmed, and, for owners, to be approved. */
        toConfirm: may.includes("answer_provider")
          ? sql<number>`${organizations.acceptedMembers} + ${organizations.askedMembers}`
          : organizations.acceptedMembers,
        keyWaits: sql<boolean>`exists (select 1 from ${providerOrganizations} as tie
          where tie.organization_id = ${organizations.id} and tie.organization_key_for_provider is null)`,
        /** How many people are gone who may have kept the key that the organization still has. */
        knowKey: may.includes("rotate_key")
          ? sql<number>`(select count(distinct coalesce(debt.user_id, debt.id))::int from ${rotationDebts} as debt
              where debt.organization_id = ${organizations.id} and debt.organization_key_id = ${organizations.keyId}
                and not exists (select from ${organizationMembers} as place where place.user_id = debt.user_id
                  and place.organization_id = debt.organization_id and place.status = 'confirmed'))`
          : sql<number>`0`,
        /** How many recoveries wait for the actor's approval, counted up to a hundred. Judged in full when they are listed. */
        recoveriesToApprove: approves
          ? sql<number>`(select count(*)::int from (select from ${accountRecoveries} as asked
              join ${organizationMembers} as member
                on member.organization_id = asked.organization_id and member.id = asked.member_id
              where asked.organization_id = ${organizations.id} and asked.for_provider and asked.approved_at is null
                and asked.asked_by <> ${personOf(actor)} and asked.member_role = member.role
                and greatest(asked.ready_at, asked.asked_at + ${organizations.recoveryWaitHours} * interval '1 hour')
                  > ${new Date(Number(now) - usableForMs).toISOString()}::timestamptz
              limit 100) as first_hundred)`
          : sql<number>`0`,
        providerId: organizations.providerId,
        providerName: providers.name,
        visitSince: clientVisits.startedAt,
        visitSeenAt: clientVisits.lastSeenAt,
      })
      .from(organizations)
      .leftJoin(providers, eq(providers.id, organizations.providerId))
      .leftJoin(
        clientVisits,
        and(
          eq(clientVisits.sessionId, sessionOf(actor)),
          eq(clientVisits.organizationId, organizations.id),
          isOpenVisit(now),
        ),
      )
      .where(eq(organizations.id, organizationId));
    if (!row) throw new NotFound();
    const { providerId, providerName, visitSince, visitSeenAt, keyWaits, ...shown } = row;
    return {
      ...shown,
      provider: providerId ? { id: providerId, name: providerName ?? "" } : null,
      may,
      /** Which roles and permissions of the custom role the actor can give. */
      givable: givableIn(place),
      /** An owner has replaced the key, and the provider's visitor is to take it over for the team. */
      takesKeyOver: capacity.as === "provider" && keyWaits,
      /** When the provider's visit began; null for members. */
      visitSince: capacity.as === "provider" ? visitSince : null,
      /** When its use was last noted. */
      visitSeenAt: capacity.as === "provider" ? visitSeenAt : null,
    };
  },
});

export type OrganizationFrame = Awaited<ReturnType<typeof getOrganizationFrame.read>>;
