import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { awaited, organizations, unsettled } from "@/db/schema/organizations";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { ClientStanding } from "@/lib/domain/provider/standing";

/** How many of each kind are named. */
export const named = 5;
/** How far a kind is counted: to know that there are more than 99. */
const countedTo = 100;

/** The first of a kind, and how many there are of it: at most `countedTo`. */
type FirstFew<Row> = { first: Row[]; count: number };

type UnsettledClient = {
  id: OrganizationId;
  name: string;
  standing: ClientStanding;
  remaining: number;
};
type AwaitedClient = { id: OrganizationId; name: string; toConfirm: number };

/** Clients that somebody has to do something about: those without any owner first. Read from an index alone. */
export const unsettledClients = (providerId: ProviderId): SQL<FirstFew<UnsettledClient>> =>
  firstFew(
    sql`select id, name, standing, remaining_seats as remaining`,
    sql`from ${organizations} where provider_id = ${providerId} and ${unsettled}`,
    sql`standing desc, sort_name, id`,
  );

/** Clients in which somebody waits to be confirmed: those with the most first. Read from an index alone. */
export const awaitedClients = (providerId: ProviderId): SQL<FirstFew<AwaitedClient>> =>
  firstFew(
    sql`select id, name, accepted_members as "toConfirm"`,
    sql`from ${organizations} where provider_id = ${providerId} and ${awaited}`,
    sql`accepted_members desc, sort_name, id`,
  );

/** As one value: it reads no more rows than are named and counted, however many there are. */
function firstFew<Row>(columns: SQL, kind: SQL, order: SQL): SQL<FirstFew<Row>> {
  return sql<FirstFew<Row>>`json_build_object(
    'first', (select coalesce(json_agg(row_to_json(few)), '[]')
      from (${columns} ${kind} order by ${order} limit ${named}) as few),
    'count', (select count(*) from (select ${kind} limit ${countedTo}) as counted))`;
}
