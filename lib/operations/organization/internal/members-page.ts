import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { ListMembers } from "@/lib/domain/organization/inputs";
import { groupNamesOf } from "@/lib/operations/group/internal/belonging";
import { hasJoinedTeam, isInTeam } from "@/lib/operations/is-in-team";
import { defineKeyset } from "@/lib/operations/keyset";
import { confirmedSoFar } from "@/lib/operations/organization/internal/confirmed-so-far";
import { takesSecondStep } from "@/lib/operations/own-step";
import { listed, listedColumns } from "@/lib/operations/people/internal/listed";

/** Each order has an index that begins with the organization, and one that goes on with the status. */
export const members = defineKeyset("organization members", {
  name: [organizationMembers.sortName, organizationMembers.id],
  role: [organizationMembers.role, organizationMembers.sortName, organizationMembers.id],
});

/** One statement: the members from indexes alone, and of the provider's team only whether they are in it. */
export function readPage(
  tx: Tx,
  { organizationId, ...filter }: z.output<typeof ListMembers>,
  { where, orderBy, limit, place, position }: ReturnType<typeof members.page>,
) {
  // Whoever is revoked is listed where they are asked for.
  const unrevoked = filter.status === "revoked" ? undefined : ne(organizationMembers.status, "revoked");
  const page = tx
    .select({
      ...listedColumns(organizationMembers),
      isEnrolled: sql<boolean>`${organizationMembers.userKeyForOrganization} is not null`.as("is_enrolled"),
      placeOfProvider: organizationMembers.placeOfProvider,
      letInByProvider: organizationMembers.letInByProvider,
      revisedAt: organizationMembers.revisedAt,
      askedAt: organizationMembers.askedAt,
      approvedAt: organizationMembers.approvedAt,
      approvedBy: organizationMembers.approvedBy,
      isAsked: sql<boolean>`(${organizationMembers.status} = 'invited'
        and ${organizationMembers.askedAt} is not null and ${organizationMembers.approvedAt} is null)`.as(
        "is_asked",
      ),
      askedBy: sql<
        string | null
      >`(select coalesce(asker.name || ' (' || asker.email || ')', asker.email) from ${users} as asker
        where asker.id = ${organizationMembers.askedBy})`.as("asked_by_name"),
      place: place.as("place"),
      position: position.as("position"),
    })
    .from(organizationMembers)
    .where(
      listed(
        {
          of: organizationMembers,
          which: and(eq(organizationMembers.organizationId, organizationId), unrevoked),
        },
        filter,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
    .as("page");
  const { hasMember, owners, hasCounting } = confirmedSoFar(organizations.id);
  // The limit keeps the planner from asking these once more for every member of the page.
  const here = tx
    .select({
      all: organizations.members,
      invited: organizations.invitedMembers,
      accepted: organizations.acceptedMembers,
      revoked: organizations.revokedMembers,
      asked: organizations.askedMembers,
      providerId: organizations.providerId,
      hasMember: hasMember.as("has_member"),
      owners: owners.as("owners"),
      hasCounting: hasCounting.as("has_counting"),
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .limit(1)
    .as("here");
  return tx
    .select({
      all: here.all,
      invited: here.invited,
      accepted: here.accepted,
      revoked: here.revoked,
      asked: here.asked,
      hasMember: here.hasMember,
      owners: here.owners,
      hasCounting: here.hasCounting,
      member: {
        id: page.id,
        name: page.name,
        email: page.email,
        role: page.role,
        status: page.status,
        userId: page.userId,
        placeOfProvider: page.placeOfProvider,
        letInByProvider: page.letInByProvider,
        /** An answer to the provider goes to the row as it was shown. */
        revisedAt: page.revisedAt,
        askedAt: page.askedAt,
        approvedAt: page.approvedAt,
        approvedBy: page.approvedBy,
        ofTeam: isInTeam(here.providerId, page.email),
        hasJoinedTeam: hasJoinedTeam(here.providerId, page.email),
        /** Whether their invitation waits for an owner's answer. */
        isAsked: page.isAsked,
        groups: groupNamesOf(page.id),
        /** Whether their log-in takes a second step. */
        hasTwoStep: takesSecondStep(page.userId),
        /** Whether the organization can recover their account. */
        isEnrolled: page.isEnrolled,
        /** Who of the provider asked the owners. */
        askedBy: page.askedBy,
        place: page.place,
      },
    })
    .from(here)
    .leftJoin(page, sql`true`)
    .orderBy(page.position);
}
