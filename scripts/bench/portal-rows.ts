import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ClientTagId, ProviderId, UserId } from "@/lib/domain/ids";
import { addClients } from "@/scripts/bench/client-rows";

export type PortalSize = { clients: number; membersOfEach: number; events: number };

/** How many of a provider's events are in its own log, and not in those of its clients: one in so many. */
const oneIsOwn = 20;

/**
 * Clients with tags, their members, and a log of what the provider's people have done in them, one event in a minute.
 *
 * @param actorId who has done all of it.
 * @returns the provider's tags.
 */
export async function fillPortal(
  db: Database,
  { providerId, actorId }: { providerId: ProviderId; actorId: UserId },
  { clients, membersOfEach, events }: PortalSize,
): Promise<ClientTagId[]> {
  const run = (statement: SQL) => db.execute(statement);
  const tags = await addClients(db, providerId, clients);
  const domain = `${providerId}.example`;
  await run(sql`insert into users (email, name, sort_name, password_hash, kdf_type, kdf_iterations, kdf_memory, kdf_parallelism,
      user_key_for_account, public_key, private_key_for_account)
    select 'member.' || number || '@' || ${domain}::text, 'Member ' || md5(number::text), 'member ' || md5(number::text), '-',
      'argon2id', 6, 32, 4, one.user_key_for_account, one.public_key, one.private_key_for_account
    from generate_series(1, ${clients * membersOfEach}) as number, (select * from users limit 1) as one`);
  const client = sql`(select id, key_id, row_number() over (order by id) - 1 as number from organizations where provider_id = ${providerId})`;
  await run(sql`insert into organization_members (organization_id, user_id, role, status, organization_key_for_member, organization_key_id)
    select client.id, member.id, 'user', 'confirmed', one.provider_key_for_member, client.key_id
    from (select id, row_number() over (order by id) as number from users where email like ${`member.%@${domain}`}) as member
    join ${client} as client on client.number = member.number % ${clients},
      (select provider_key_for_member from provider_members where provider_key_for_member is not null limit 1) as one`);
  await run(
    sql`update organizations set seats = greatest(seats, members), used_seats = members where provider_id = ${providerId}`,
  );
  // How full the leaves of an index are after rows in no order and a change of each is chance, and no page's doing.
  await run(sql`reindex table organizations`);
  await run(sql`reindex table client_tags`);
  await run(sql`insert into events (at, type, actor_kind, actor_id, provider_id, organization_id)
    select now() - place * interval '1 minute',
      case when place % ${oneIsOwn} = 0 then 'provider.updated' when place % 3 = 0 then 'group.updated' else 'cipher.viewed' end,
      'person', ${actorId}::uuid, ${providerId}::uuid, case when place % ${oneIsOwn} <> 0 then client.id end
    from generate_series(1, ${events}) as place join ${client} as client on client.number = place % ${clients}
    order by place desc`);
  return tags;
}
