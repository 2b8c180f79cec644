import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { organizationKeyHandovers, organizationKeySuccessions } from "@/db/schema/organization-keys";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { rotations } from "@/db/schema/rotations";
import type { OrganizationId } from "@/lib/domain/ids";
import { type OrganizationKind, organizationKinds } from "@/lib/domain/rotation/kinds";
import { placeEnded } from "@/lib/operations/access-end";
import { deleteLost, itemAnew } from "@/lib/operations/rotation/internal/lost-items";
import { rowsOfOrganization } from "@/lib/operations/rotation/internal/rows";
import { stagedNow } from "@/lib/operations/rotation/internal/staged-rows";
import { switchAtOnce } from "@/lib/operations/rotation/internal/switch-at-once";
import { attachmentsAnew, uploadsGivenUp } from "@/lib/operations/rotation/internal/switch-attachments";

type Rotation = typeof rotations.$inferSelect;

/**
 * Puts the staged rows in the place of those that they were made from, and the next key in the place of the present
 * one. The switch is one statement, because the database keeps no row under another key than the organization's own.
 */
export async function switchOrganization(
  tx: Tx,
  organizationId: OrganizationId,
  { id, forProvider, publicKey, privateKey, predecessor, proof }: Rotation,
  { revisedAt, now }: { revisedAt: Date; now: Date },
): Promise<void> {
  const at = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  const rows = rowsOfOrganization({ organizationId, forProvider });
  const staged = (kind: OrganizationKind): SQL => sql`${stagedNow(id, rows, kind)} where true`;
  const sealed = (name: string) => sql`staged.sealed ->> ${name}::text`;
  // What was sealed for somebody whose access to the provider has ended since, in a place of the provider's, is not kept.
  const keyOfMember = sql`case when not ${placeEnded(sql`it`)} then ${sealed("organizationKeyForMember")} end`;
  // No kind can be left out: what stayed under the former key would open to nobody.
  const switched: Record<OrganizationKind, SQL> = {
    item: sql`item as (update ${ciphers} as it set organization_key_id = ${id},
        ${itemAnew({ revisedAt: at(revisedAt), now: at(now) })}
      from ${staged("item")} and it.id = staged.row_id::uuid and it.organization_id = ${organizationId}),
    files as (${attachmentsAnew(stagedNow(id, rows, "item"))}),
    uploads as (${uploadsGivenUp(stagedNow(id, rows, "item"))})`,
    collection: sql`collection as (update ${collections} as it set organization_key_id = ${id}, name = ${sealed("name")},
        revised_at = ${at(revisedAt)}
      from ${staged("collection")} and it.id = staged.row_id::uuid and it.organization_id = ${organizationId})`,
    member: sql`member as (update ${organizationMembers} as it set
        organization_key_for_member = case when it.status = 'confirmed' then ${keyOfMember} end,
        organization_key_id = case when it.status = 'confirmed' and ${keyOfMember} is not null
          then ${id}::uuid end,
        status = case when it.status = 'confirmed' and ${keyOfMember} is null
          then 'accepted' else it.status end,
        user_key_for_organization = case when it.user_key_for_organization is not null
          then ${sealed("userKeyForOrganization")} end
      from ${staged("member")} and it.id = staged.row_id::uuid and it.organization_id = ${organizationId})`,
    provider: sql`tie as (update ${providerOrganizations} as it set organization_key_id = ${id},
        organization_key_for_provider = (select ${sealed("organizationKeyForProvider")}
          from ${staged("provider")} and staged.row_id = it.id::text)
      where it.organization_id = ${organizationId})`,
    staff: sql`former_handover as (delete from ${organizationKeyHandovers} as it
      where it.organization_id = ${organizationId} and not exists (
        select 1 from ${staged("staff")} and staged.row_id = it.provider_member_id::text
          and ${sealed("key")} is not null)),
    handover as (insert into ${organizationKeyHandovers} (organization_id, organization_key_id, provider_member_id, key)
      select ${organizationId}, ${id}, staged.row_id::uuid, ${sealed("key")} from ${staged("staff")}
        and ${sealed("key")} is not null and not ${forProvider}::boolean
      on conflict (organization_id, provider_member_id)
        do update set organization_key_id = excluded.organization_key_id, key = excluded.key)`,
  };
  const kinds = organizationKinds.map((kind) => switched[kind]);
  await deleteLost(tx, staged("item"), sql`it.organization_id = ${organizationId}`);
  await switchAtOnce(
    tx,
    sql`with ${sql.join(kinds, sql`, `)},
    succession as (insert into ${organizationKeySuccessions} (organization_id, key_id, predecessor, proof, at)
      values (${organizationId}, ${id}, ${predecessor}, ${proof}, ${at(now)}))
    update ${organizations} set key_id = ${id}, public_key = ${publicKey},
      private_key_for_organization = ${privateKey}, key_rotated_at = ${at(now)}, revised_at = ${at(now)}
    where id = ${organizationId}`,
  );
}
