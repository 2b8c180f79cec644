import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { folders } from "@/db/schema/folders";
import { knownKeys } from "@/db/schema/known-keys";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { users } from "@/db/schema/users";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { accountKinds, organizationKinds, type RotatedKind } from "@/lib/domain/rotation/kinds";
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

/** The files of an item as `it`. What is being uploaded is given up at the switch. */
const attachmentsOfRow = sql`(select coalesce(jsonb_agg(jsonb_build_object(
    'id', file.id, 'key', file.key, 'fileName', file.file_name) order by file.id), '[]')
  from ${attachments} as file where file.item_id = it.id and file.finished_at is not null)`;

const itemsWhere = (whose: SQL): Omit<RowsOfKind, "kind"> => ({
  from: sql`${ciphers} as it where ${whose}`,
  order: sql`it.id`,
  id: sql`it.id::text`,
  version: sql`(extract(epoch from it.revised_at) * 1000)::bigint::text`,
  columns: sql`it.type, it.key, it.name, it.notes, it.fields, it.password_history as "passwordHistory", it.data,
    ${attachmentsOfRow} as attachments`,
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
    folder: {
      from: sql`${folders} as it where it.user_id = ${userId}`,
      order: sql`it.id`,
      id: sql`it.id::text`,
      version: sql`md5(it.name)`,
      columns: sql`it.name`,
    },
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
