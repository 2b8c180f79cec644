import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { knownKeys } from "@/db/schema/known-keys";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { rotationRows } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import type { OrganizationId, RotationId, UserId } from "@/lib/domain/ids";
import { accountKinds, organizationKinds, type RotatedKind, rowsAtOnce } from "@/lib/domain/rotation/kinds";
import { accessEndedOf, placeEnded } from "@/lib/operations/access-end";

/**
 * Rows that are sealed under a key: where they stand, what names one, and what names its version. A staged row counts
 * only for the version that it was made from.
 */
export type RowsOfKind<Kind extends RotatedKind = RotatedKind> = {
  kind: Kind;
  from: SQL;
  /** The column that rows are handed out by, with the index of whose rows they are. */
  order: SQL;
  /** The same as text. */
  id: SQL;
  version: SQL;
  /** What a browser needs to seal the row anew. */
  columns: SQL;
};

/** The rows of each kind of a key; null of a kind that is not sealed under this one. No kind can be left out. */
type RowsOf<Kind extends RotatedKind> = Record<Kind, Omit<RowsOfKind, "kind"> | null>;

/** Those that there are, in the order of the kinds. */
const inOrder = <Kind extends RotatedKind>(kinds: readonly Kind[], of: RowsOf<Kind>): RowsOfKind<Kind>[] =>
  kinds.flatMap((kind) => {
    const rows = of[kind];
    return rows ? [{ kind, ...rows }] : [];
  });

const itemsWhere = (whose: SQL): Omit<RowsOfKind, "kind"> => ({
  from: sql`${ciphers} as it where ${whose}`,
  order: sql`it.id`,
  id: sql`it.id::text`,
  version: sql`(extract(epoch from it.revised_at) * 1000)::bigint::text`,
  columns: sql`it.type, it.key, it.name, it.notes, it.data`,
});

type OfOrganization = { organizationId: OrganizationId; forProvider: boolean };

/** All that is sealed under an organization's key, in the order in which it is handed out. */
export const rowsOfOrganization = ({ organizationId, forProvider }: OfOrganization) =>
  inOrder(organizationKinds, {
    item: itemsWhere(sql`it.organization_id = ${organizationId}`),
    collection: {
      from: sql`${collections} as it where it.organization_id = ${organizationId}`,
      order: sql`it.id`,
      id: sql`it.id::text`,
      version: sql`md5(it.name)`,
      columns: sql`it.name, it.type`,
    },
    member: {
      from: sql`${organizationMembers} as it join ${users} as person on person.id = it.user_id
      where it.organization_id = ${organizationId}
        and (it.organization_key_for_member is not null or it.user_key_for_organization is not null)`,
      order: sql`it.id`,
      id: sql`it.id::text`,
      version: sql`md5(it.status || person.public_key || coalesce(it.user_key_for_organization, ''))`,
      // No key is sealed for somebody whose access to the provider has ended, in a place of the provider's.
      columns: sql`case when ${placeEnded(sql`it`)} then 'accepted' else it.status end as status,
      it.user_key_for_organization as "userKeyForOrganization", person.id as "userId",
      person.name, person.email, person.public_key as "publicKey",
      (it.role = 'owner' and it.status = 'confirmed' and not ${placeEnded(sql`it`)}) as "isOwner"`,
    },
    provider: forProvider
      ? {
          from: sql`${providerOrganizations} as it where it.organization_id = ${organizationId}`,
          order: sql`it.id`,
          id: sql`it.id::text`,
          version: sql`it.provider_id::text`,
          columns: sql`it.provider_id as "providerId"`,
        }
      : null,
    staff: forProvider
      ? null
      : {
          from: sql`${providerMembers} as it
          join ${providerOrganizations} as tie on tie.provider_id = it.provider_id
          join ${users} as person on person.id = it.user_id
          where tie.organization_id = ${organizationId} and it.status = 'confirmed' and not ${accessEndedOf(sql`it`)}`,
          order: sql`it.id`,
          id: sql`it.id::text`,
          version: sql`md5(person.public_key)`,
          columns: sql`person.id as "userId", person.name, person.email, person.public_key as "publicKey",
            false as "isOwner"`,
        },
  });

/** All that is sealed under somebody's user key, and the user key itself where it is sealed to an organization. */
export const rowsOfAccount = (userId: UserId) =>
  inOrder(accountKinds, {
    item: itemsWhere(sql`it.user_id = ${userId}`),
    known_key: {
      from: sql`${knownKeys} as it where it.user_id = ${userId}`,
      order: sql`it.subject`,
      id: sql`it.subject`,
      version: sql`md5(it.record)`,
      columns: sql`it.record`,
    },
    enrolment: {
      from: sql`${organizationMembers} as it join ${organizations} as here on here.id = it.organization_id
      where it.user_id = ${userId} and it.user_key_for_organization is not null`,
      order: sql`it.id`,
      id: sql`it.id::text`,
      version: sql`md5(here.public_key || it.user_key_for_organization)`,
      columns: sql`it.organization_id as "organizationId", here.name as "organizationName"`,
    },
  });

const isStaged = (rotationId: RotationId, { kind, id, version }: RowsOfKind) =>
  sql`exists (select 1 from ${rotationRows} as staged where staged.rotation_id = ${rotationId}
    and staged.kind = ${kind} and staged.row_id = ${id} and staged.version = ${version})`;

/**
 * What was staged of a kind and was made from a row as it is now, as `staged`. Nothing else is ever put in the place
 * of a row: it may have been taken back, or have changed hands, since.
 */
export const stagedNow = (rotationId: RotationId, kinds: readonly RowsOfKind[], kind: RotatedKind): SQL => {
  const of = kinds.find((known) => known.kind === kind);
  const isNow = of
    ? sql`exists (select 1 from ${of.from} and ${of.id} = made.row_id and ${of.version} = made.version)`
    : sql`false`;
  return sql`(select made.row_id, made.sealed from ${rotationRows} as made
    where made.rotation_id = ${rotationId} and made.kind = ${kind} and ${isNow}) as staged`;
};

/** Whether a staged row is one that does not open and is left behind. */
export const isLost = sql`staged.sealed -> 'lost' is not null`;

/** How many rows are left behind at the switch, of all kinds. */
export async function countLost(tx: Tx, rotationId: RotationId, kinds: readonly RowsOfKind[]) {
  const counts = kinds.map(
    ({ kind }) => sql`select count(*) as lost from ${stagedNow(rotationId, kinds, kind)} where ${isLost}`,
  );
  const { rows } = await tx.execute<{ lost: number }>(sql`
    select sum(lost)::int as lost from (${sql.join(counts, sql` union all `)}) as counted`);
  return rows[0]?.lost ?? 0;
}

/** How many rows there are of all kinds, and how many of them are not staged as they are now. */
export async function countRows(tx: Tx, rotationId: RotationId, kinds: readonly RowsOfKind[]) {
  const counts = kinds.map(
    (rows) =>
      sql`select count(*) as total, count(*) filter (where not ${isStaged(rotationId, rows)}) as missing from ${rows.from}`,
  );
  const { rows } = await tx.execute<{ total: number; left: number }>(sql`
    select sum(total)::int as total, sum(missing)::int as left
    from (${sql.join(counts, sql` union all `)}) as counted`);
  return rows[0] ?? { total: 0, left: 0 };
}

/** A row to be sealed anew, with the version to name when it is handed back. */
type LeftRow = { id: string; version: string };

type Last<Kind> = { kind: Kind; id: string };
type Next<Kind> = { kind: Kind; rows: (LeftRow & Record<string, unknown>)[] };

/**
 * The next rows that are not staged as they are now, all of one kind, and the last of them; no rows when
 * there are none. Rows before `last` are looked at again only once nothing comes after it, so a batch costs the same
 * at the beginning and at the end.
 */
export async function nextRows<Kind extends RotatedKind>(
  tx: Tx,
  rotationId: RotationId,
  kinds: readonly RowsOfKind<Kind>[],
  last: Last<Kind> | null,
): Promise<{ next: Next<Kind> | null; last: Last<Kind> | null }> {
  const places = kinds.map(({ kind }) => kind);
  const from = last ? Math.max(0, places.indexOf(last.kind)) : 0;
  for (const of of kinds.slice(from)) {
    const beyond = last && of.kind === last.kind ? sql`and ${of.order} > ${last.id}` : sql``;
    // A value and no `exists`: as a join, databases would read all rows for each batch.
    const { rows } = await tx.execute<LeftRow & Record<string, unknown>>(sql`
      select ${of.id} as id, ${of.version} as version, ${of.columns} from ${of.from}
        ${beyond} and (select 1 from ${rotationRows} as staged where staged.rotation_id = ${rotationId}
          and staged.kind = ${of.kind} and staged.row_id = ${of.id} and staged.version = ${of.version}) is null
        order by ${of.order} limit ${rowsAtOnce}`);
    const row = rows.at(-1);
    if (row) return { next: { kind: of.kind, rows }, last: { kind: of.kind, id: row.id } };
  }
  // What was changed meanwhile stands before.
  return last ? nextRows(tx, rotationId, kinds, null) : { next: null, last: null };
}

/** How many of these ids name rows of the kind that are there. */
export async function countKnown(tx: Tx, of: RowsOfKind, ids: readonly string[]): Promise<number> {
  const named = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ known: number }>(
    sql`select count(*)::int as known from ${of.from} and ${of.id} in (${named})`,
  );
  return rows[0]?.known ?? 0;
}
