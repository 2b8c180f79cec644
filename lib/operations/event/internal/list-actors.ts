import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";

/** As many as a person looks through in a list. */
const most = 200;

/**
 * Who has acted in a log, by name: members, those who were removed, and the provider's people alike. Each is found by one
 * step through the index of actors, however much they did. Whoever has left is called what they were called then.
 * Accounts that are gone have no name, and are left out.
 */
export async function listActors(tx: Tx, log: OrganizationId | ProviderId) {
  const { rows } = await tx.execute<{ id: UserId; name: string | null; email: string }>(sql`
    with recursive actors as (
      (select actor_id, 1 as place from events where log = ${log} and actor_id is not null order by actor_id limit 1)
      union all
      select (select next.actor_id from events as next
          where next.log = ${log} and next.actor_id > actors.actor_id order by next.actor_id limit 1), actors.place + 1
        from actors where actors.actor_id is not null and actors.place < ${most}
    )
    select users.id, case when former.email is null then users.name else former.name end as name,
      coalesce(former.email, users.email) as email
    from actors join users on users.id = actors.actor_id
    left join lateral (select name, email from former_members as former
      where former.user_id = users.id
        and former.log in (${log}, (select provider_id from organizations where id = ${log}))
        and not exists (select from organization_members where organization_id = ${log} and user_id = users.id)
        and not exists (select from provider_members where user_id = users.id
          and provider_id = (select provider_id from organizations where id = ${log}))
      order by former.log = ${log} desc limit 1) as former on true
    order by users.sort_name, users.id`);
  return rows;
}
