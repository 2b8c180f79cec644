import "server-only";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { formerAccess } from "@/db/schema/former-access";
import { formerContents } from "@/db/schema/former-contents";
import { organizationMembers } from "@/db/schema/organization-members";
import { CollectionId, type OrganizationId, type OrganizationMemberId } from "@/lib/domain/ids";
import { hadKey } from "@/lib/operations/had-key";

/**
 * Keeps that a member could read what is in no collection until now, because their role loses that reach. Which items
 * these are is kept as of a collection that was deleted, for they may be put into one later.
 */
export async function keepUnassigned(
  tx: Tx,
  organizationId: OrganizationId,
  memberId: OrganizationMemberId,
): Promise<void> {
  const heldBy = CollectionId.parse(randomUUID());
  const kept = await tx.execute(sql`insert into ${formerContents} (organization_id, collection_id, cipher_id)
    select item.organization_id, ${heldBy}::uuid, item.id from ${ciphers} as item
    where item.organization_id = ${organizationId} and item.collections = 0
      and exists (select from ${organizationMembers} where ${organizationMembers.id} = ${memberId} and ${hadKey})
    returning cipher_id`);
  if (kept.rows.length === 0) return;
  await tx.execute(sql`insert into ${formerAccess} (organization_id, member_id, collection_id, until)
    select ${organizationMembers.organizationId}, ${organizationMembers.id}, ${heldBy}::uuid,
      coalesce(${organizationMembers.readUntil}, clock_timestamp())
    from ${organizationMembers} where ${organizationMembers.id} = ${memberId}`);
}
