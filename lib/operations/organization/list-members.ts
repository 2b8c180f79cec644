import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { ListMembers } from "@/lib/domain/organization/inputs";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { actsForProvider } from "@/lib/domain/organization/provider-place";
import { personOf } from "@/lib/operations/account/access";
import { groupNamesOf } from "@/lib/operations/group/internal/belonging";
import { hasJoinedTeam, isInTeam } from "@/lib/operations/is-in-team";
import { defineKeyset } from "@/lib/operations/keyset";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { confirmedSoFar } from "@/lib/operations/organization/internal/confirmed-so-far";
import { mayWithMember } from "@/lib/operations/organization/internal/may-with-member";
import { takesSecondStep } from "@/lib/operations/own-step";
import { listed, listedColumns } from "@/lib/operations/people/internal/listed";
import { defineQuery } from "@/lib/operations/query";

/** Each order has an index that begins with the organization, and one that goes on with the status. */
const members = defineKeyset("organization members", {
  name: [organizationMembers.sortName, organizationMembers.id],
  role: [organizationMembers.role, organizationMembers.sortName, organizationMembers.id],
});

/** The organization's members, a page at a time, and the counts of the filters. All are those who are not revoked. */
export const listOrganizationMembers = defineQuery({
  name: "organization.list_members",
  input: ListMembers,
  access: inOrganization.read_members,
  async read({ tx, actor, input, standing }) {
    const you = personOf(actor);
    const page = members.page(input);
    const rows = await readPage(tx, input, page);
    const { all = 0, invited = 0, accepted = 0, revoked = 0, asked = 0 } = rows[0] ?? {};
    const place = placeOf(standing);
    const seesGroups = mayInOrganization("read_groups", place).allowed;
    const hasCounting = rows[0]?.hasCounting ?? false;
    const looking = {
      place,
      forProvider: actsForProvider(place, Number(hasCounting)),
      hasMember: rows[0]?.hasMember ?? false,
      owners: rows[0]?.owners ?? 0,
      hasCounting,
    };
    const { rows: shown, next } = page.cut(rows.flatMap(({ member }) => (member ? [member] : [])));
    return {
      counts: { all, invited, accepted, revoked },
      /** How many the provider has asked the owners about. */
      asked,
      members: shown.map(
        ({
          ofTeam,
          hasJoinedTeam,
          groups,
          placeOfProvider,
          letInByProvider,
          askedAt,
          approvedAt,
          approvedBy,
          ...member
        }) => {
          const row = { ...member, isYou: member.userId === you };
          const placeIsProviders = placeOfProvider !== null;
          const judged = { ...row, ofTeam, hasJoinedTeam, placeIsProviders, letInByProvider };
          return {
            ...row,
            /** Their groups by name; null for those who may not know of groups. */
            groups: seesGroups ? groups : null,
            /** Somebody of the provider's team, or a place of the provider's. */
            ofProvider: placeIsProviders || ofTeam,
            may: mayWithMember(looking, { ...judged, askedAt, approvedAt, approvedBy }),
          };
        },
      ),
      next,
    };
  },
});

/** One statement: the members from indexes alone, and of the provider's team only whether they are in it. */
function readPage(
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

export type ListedMembers = Awaited<ReturnType<typeof listOrganizationMembers.read>>;
export type ListedMember = ListedMembers["members"][number];
