import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { OrganizationId } from "@/lib/domain/ids";

export type Size = { members: number; groups: number; collections: number };

/**
 * Of an organization that has a key and one collection: as many members, groups and collections, and cells of the
 * matrix.
 */
export async function fillOrganization(
  db: Database,
  organizationId: OrganizationId,
  size: Size,
): Promise<void> {
  const run = (statement: SQL) => db.execute(statement);
  // Names do not come in their order: neighbours in a list are strangers on disk.
  const scattered = (what: string) =>
    sql`${what}::text || ' ' || md5(number::text || ${organizationId}::text)`;
  await run(sql`insert into users (email, name, sort_name, password_hash, kdf_type, kdf_iterations, kdf_memory, kdf_parallelism,
      user_key_for_account, public_key, private_key_for_account)
    select number || '.' || ${organizationId}::text || '@client.example', ${scattered("Member")}, lower(${scattered("Member")}), '-',
      'argon2id', 6, 32, 4, one.user_key_for_account, one.public_key, one.private_key_for_account
    from generate_series(1, ${size.members}) as number, (select * from users limit 1) as one`);
  await run(
    sql`update organizations set seats = 100000, used_seats = ${size.members} + used_seats where id = ${organizationId}`,
  );
  await run(sql`insert into organization_members (organization_id, user_id, role, status, organization_key_for_member, organization_key_id)
    select ${organizationId}, users.id, 'user', 'confirmed', one.organization_key_for_member, one.organization_key_id
    from users, (select * from organization_members where organization_id = ${organizationId}
      and organization_key_for_member is not null limit 1) as one
    where users.email like ${`%.${organizationId}@client.example`}`);
  await run(sql`insert into groups (organization_id, name, sort_name)
    select ${organizationId}, ${scattered("Group")}, lower(${scattered("Group")}) from generate_series(1, ${size.groups}) as number`);
  // All have the sealed name of the one that is there, so that whoever has the key opens every one.
  await run(sql`insert into collections (organization_id, organization_key_id, name)
    select organization_id, organization_key_id, name
    from (select * from collections where organization_id = ${organizationId} limit 1) as one, generate_series(1, ${size.collections})`);
  const numbered = (table: "groups" | "collections" | "organization_members") =>
    sql`(select id, row_number() over (order by id) as number from ${sql.identifier(table)} where organization_id = ${organizationId})`;
  // Each member is in five groups, and each group has forty collections.
  await run(sql`insert into group_members (organization_id, group_id, member_id)
    select ${organizationId}, team.id, member.id
    from ${numbered("organization_members")} as member
    join generate_series(0, 4) as place on true
    join ${numbered("groups")} as team on team.number = 1 + (member.number * 7 + place) % ${size.groups}`);
  await run(sql`insert into collection_groups (organization_id, group_id, collection_id, permission)
    select ${organizationId}, team.id, collection.id, (array['view', 'edit', 'manage'])[1 + place % 3]
    from ${numbered("groups")} as team
    join generate_series(0, ${Math.min(40, size.collections) - 1}) as place on true
    join ${numbered("collections")} as collection on collection.number = 1 + (team.number * 13 + place) % ${size.collections}
    on conflict do nothing`);
}
