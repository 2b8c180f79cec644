import "server-only";
import { and, eq, gt, ilike, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { EncString, PublicKey } from "@/lib/crypto/types";
import { ListMembers } from "@/lib/domain/organization/inputs";
import { personOf } from "@/lib/operations/account/access";
import { knownKeyOf } from "@/lib/operations/account/known-keys";
import { readCursor, writeCursor } from "@/lib/operations/cursor";
import { organizationManagers } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

const pageSize = 50;

const Place = z.object({ key: z.string().max(300), id: z.uuid() });

/**
 * The organization's members by address, a page at a time, and the counts of the filters: one statement.
 * The public key comes with those who wait to be confirmed, whose fingerprint is shown.
 */
export const listOrganizationMembers = defineQuery({
  name: "organization.list_members",
  input: ListMembers,
  access: organizationManagers,
  async read({ tx, actor, input: { organizationId, status, search, after } }) {
    // "C": the same order in every database, and the one in which the place of a cursor is compared.
    const address = sql<string>`coalesce(${users.email}, ${organizationMembers.email}, '') collate "C"`;
    const cursor = readCursor(Place, after ?? undefined);
    const later: SQL | undefined = cursor
      ? or(
          gt(address, cursor.key),
          and(eq(address, cursor.key), sql`${organizationMembers.id} > ${cursor.id}::uuid`),
        )
      : undefined;
    const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    const page = tx
      .select({
        id: organizationMembers.id,
        name: users.name,
        email: address.as("address"),
        role: organizationMembers.role,
        status: organizationMembers.status,
        userId: organizationMembers.userId,
        publicKey: sql<PublicKey | null>`case when ${organizationMembers.status} = 'accepted'
          then ${users.publicKey} end`.as("public_key_to_confirm"),
        knownPublicKey: sql<EncString | null>`case when ${organizationMembers.status} = 'accepted'
          then ${knownKeyOf(personOf(actor), "account", users.id)} end`.as("known_public_key"),
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
        member: {
          id: page.id,
          name: page.name,
          email: page.email,
          role: page.role,
          status: page.status,
          userId: page.userId,
          publicKey: page.publicKey,
          knownPublicKey: page.knownPublicKey,
        },
      })
      .from(organizations)
      .leftJoin(page, sql`true`)
      .where(eq(organizations.id, organizationId))
      .orderBy(page.email, page.id);

    const { all = 0, invited = 0, accepted = 0 } = rows[0] ?? {};
    const found = rows.flatMap(({ member }) => (member?.id ? [member] : []));
    const members = found.slice(0, pageSize);
    const last = found.length > pageSize ? members.at(-1) : undefined;
    return {
      counts: { all, invited, accepted },
      members,
      next: last ? writeCursor({ key: last.email, id: last.id }) : null,
    };
  },
});

export type ListedMembers = Awaited<ReturnType<typeof listOrganizationMembers.read>>;
export type ListedMember = ListedMembers["members"][number];
