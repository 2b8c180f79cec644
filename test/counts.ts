import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What the database counts and copies, each beside what it is counted or copied from. */
const kept = sql`
  select 'the team of provider ' || provider.id as what,
    to_jsonb(array[provider.members, provider.invited_members, provider.accepted_members, provider.confirmed_admins]) as kept,
    (select to_jsonb(array[count(*), count(*) filter (where status = 'invited'), count(*) filter (where status = 'accepted'),
      count(*) filter (where status = 'confirmed' and role = 'provider_admin' and access_ends_at is null)])
      from provider_members where provider_id = provider.id) as counted
    from providers as provider
  union all
  select 'the members of organization ' || organization.id,
    to_jsonb(array[organization.members, organization.invited_members, organization.accepted_members, organization.revoked_members, organization.asked_members,
      organization.confirmed_owners, organization.waiting_owners]),
    (select to_jsonb(array[count(*) filter (where status <> 'revoked'), count(*) filter (where status = 'invited'),
      count(*) filter (where status = 'accepted'), count(*) filter (where status = 'revoked'),
      count(*) filter (where status = 'invited' and asked_at is not null and approved_at is null),
      count(*) filter (where role = 'owner' and status = 'confirmed' and place_of_provider is null),
      count(*) filter (where role = 'owner' and status in ('invited', 'accepted') and place_of_provider is null)])
      from organization_members where organization_id = organization.id)
    from organizations as organization
  union all
  select 'the clients of provider ' || seats.provider_id || ' on ' || seats.plan, to_jsonb(seats.clients),
    (select to_jsonb(count(*)) from organizations as client
      where client.provider_id = seats.provider_id and client.plan = seats.plan)
    from provider_plans as seats
  union all
  select 'the tags of client ' || client.id, to_jsonb(client.tags),
    (select to_jsonb(coalesce(array_agg(tag_id order by tag_id), '{}')) from client_tags where organization_id = client.id)
    from organizations as client
  union all
  select 'tag ' || tagged.tag_id || ' of client ' || client.id,
    jsonb_build_array(tagged.name, tagged.sort_name, tagged.plan, tagged.standing, tagged.needs_attention, tagged.tags,
      tagged.seats, tagged.used_seats, tagged.remaining_seats, tagged.accepted_members),
    jsonb_build_array(client.name, client.sort_name, client.plan, client.standing, client.needs_attention, client.tags,
      client.seats, client.used_seats, client.remaining_seats, client.accepted_members)
    from client_tags as tagged join organizations as client on client.id = tagged.organization_id
  union all
  select 'the clients of job ' || job.id, to_jsonb(array[job.clients, job.done, job.refused]),
    (select to_jsonb(array[count(*), count(done_at), count(refusal)]) from client_job_rows where job_id = job.id)
    from client_jobs as job
  union all
  select 'the items of collection ' || collection.id, to_jsonb(coalesce(count.items, 0)),
    (select to_jsonb(count(*)) from collection_ciphers as entry join ciphers as item on item.id = entry.cipher_id
      where entry.collection_id = collection.id and item.deleted_at is null)
    from collections as collection left join item_counts as count on count.collection_id = collection.id
  union all
  select 'the collections of item ' || item.id, to_jsonb(item.collections),
    (select to_jsonb(count(*)) from collection_ciphers where cipher_id = item.id)
    from ciphers as item
  union all
  select 'the members and collections of group ' || team.id, to_jsonb(array[team.members, team.collections]),
    to_jsonb(array[(select count(*) from group_members as belonging join organization_members as member on member.id = belonging.member_id
      where belonging.group_id = team.id and member.status <> 'revoked'),
      (select count(*) from collection_groups where group_id = team.id)])
    from groups as team
  union all
  select 'the names of member ' || member.id, to_jsonb(array[member.name, member.address, member.sort_name]),
    case when member.user_id is null
      then to_jsonb(array[null, coalesce(member.email, ''), coalesce(member.email, '')])
      else (select to_jsonb(array[name, email, sort_name]) from users where id = member.user_id) end
    from (select id, user_id, email, name, address, sort_name from provider_members
      union all select id, user_id, email, name, address, sort_name from organization_members) as member`;

/** Every counter and copy that is not what it should be. */
export async function untrueCounts(tx: Tx): Promise<unknown[]> {
  const { rows } = await tx.execute(
    sql`select * from (${kept}) as all_kept where kept is distinct from counted`,
  );
  return rows;
}
