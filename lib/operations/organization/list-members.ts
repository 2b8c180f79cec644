import "server-only";
import { and, eq, gt, ilike, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { ListMembers } from "@/lib/domain/organization/inputs";
import { actsForProvider } from "@/lib/domain/organization/provider-place";
import { personOf } from "@/lib/operations/account/access";
import { PlaceId, PlaceText, readCursor, writeCursor } from "@/lib/operations/cursor";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { mayWithMember } from "@/lib/operations/organization/may-with-member";
import { isOfProvider, isOfTeam } from "@/lib/operations/organization/team-of-provider";
import { defineQuery } from "@/lib/operations/query";

const pageSize = 50;

const Place = z.object({ key: PlaceText, id: PlaceId });

const isAsked = sql<boolean>`(${organizationMembers.status} = 'invited'
  and ${organizationMembers.askedAt} is not null and ${organizationMembers.approvedAt} is null)`;

/** The organization's members by address, a page at a time, and the counts of the filters: one statement. */
export const listOrganizationMembers = defineQuery({
  name: "organization.list_members",
  input: ListMembers,
  access: inOrganization.read_members,
  async read({ tx, actor, standing, input: { organizationId, status, search, after } }) {
    // "C": the same order in every database, and the one in which the place of a cursor is compared.
    const address = sql<string>`coalesce(${users.email}, ${organizationMembers.email}, '') collate "C"`;
    const cursor = readCursor("organization members", Place, after);
    const later: SQL | undefined = cursor
      ? or(
          gt(address, cursor.key),
          and(eq(address, cursor.key), sql`${organizationMembers.id} > ${cursor.id}::uuid`),
        )
      : undefined;
    const you = personOf(actor);
    const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    const page = tx
      .select({
        id: organizationMembers.id,
        name: users.name,
        email: address.as("address"),
        role: organizationMembers.role,
        status: organizationMembers.status,
        userId: organizationMembers.userId,
        ofProvider: isOfProvider.as("of_provider"),
        ofTeam: isOfTeam.as("of_team"),
        askedAt: organizationMembers.askedAt,
        approvedAt: organizationMembers.approvedAt,
        approvedBy: organizationMembers.approvedBy,
        isAsked: isAsked.as("is_asked"),
        askedBy: sql<
          string | null
        >`(select coalesce(asker.name || ' (' || asker.email || ')', asker.email) from ${users} as asker
          where asker.id = ${organizationMembers.askedBy})`.as("asked_by_name"),
      })
      .from(organizationMembers)
      .leftJoin(users, eq(users.id, organizationMembers.userId))
      .where(
        and(
          eq(organizationMembers.organizationId, organizationId),
          status === "all" ? undefined : eq(organizationMembers.status, status),
          search ? or(ilike(address, pattern), ilike(users.name, pattern)) : undefined,
          later,
        ),
      )
      .orderBy(address, organizationMembers.id)
      .limit(pageSize + 1)
      .as("page");
    const team = sql`from ${organizationMembers} as team where team.organization_id = ${organizations.id}`;
    const rows = await tx
      .select({
        all: sql<number>`(select count(*)::int ${team})`,
        invited: sql<number>`(select count(*)::int ${team} and team.status = 'invited')`,
        accepted: sql<number>`(select count(*)::int ${team} and team.status = 'accepted')`,
        asked: sql<number>`(select count(*)::int ${team} and team.status = 'invited'
          and team.asked_at is not null and team.approved_at is null)`,
        hasMember: sql<boolean>`exists (select ${team} and team.status = 'confirmed')`,
        hasOwner: sql<boolean>`exists (select ${team} and team.status = 'confirmed' and team.role = 'owner')`,
        /** Whether the actor's own place here is the provider's. */
        yoursIsProviders: sql<boolean>`exists (select ${team} and team.user_id = ${you}
          and team.place_of_provider is not null)`,
        member: {
          id: page.id,
          name: page.name,
          email: page.email,
          role: page.role,
          status: page.status,
          userId: page.userId,
          /** Somebody of the provider's team, or a place of the provider's. */
          ofProvider: page.ofProvider,
          ofTeam: page.ofTeam,
          askedAt: page.askedAt,
          approvedAt: page.approvedAt,
          approvedBy: page.approvedBy,
          /** Whether their invitation waits for that. */
          isAsked: page.isAsked,
          /** Who of the provider asked the owners. */
          askedBy: page.askedBy,
        },
      })
      .from(organizations)
      .leftJoin(page, sql`true`)
      .where(eq(organizations.id, organizationId))
      .orderBy(page.email, page.id);

    const { all = 0, invited = 0, accepted = 0, asked = 0 } = rows[0] ?? {};
    const found = rows.flatMap(({ member }) => (member?.id ? [member] : []));
    const place = placeOf(standing);
    const looking = {
      place,
      forProvider: actsForProvider(place, rows[0]?.yoursIsProviders ?? false),
      hasMember: rows[0]?.hasMember ?? false,
      hasOwner: rows[0]?.hasOwner ?? false,
    };
    const members = found.slice(0, pageSize).map(({ ofTeam, askedAt, approvedAt, approvedBy, ...shown }) => {
      const row = { ...shown, isYou: shown.userId === you };
      return { ...row, may: mayWithMember(looking, { ...row, ofTeam, askedAt, approvedAt, approvedBy }) };
    });
    const last = found.length > pageSize ? members.at(-1) : undefined;
    return {
      counts: { all, invited, accepted },
      /** How many the provider has asked the owners about. */
      asked,
      members,
      next: last ? writeCursor("organization members", { key: last.email, id: last.id }) : null,
    };
  },
});

export type ListedMembers = Awaited<ReturnType<typeof listOrganizationMembers.read>>;
export type ListedMember = ListedMembers["members"][number];
