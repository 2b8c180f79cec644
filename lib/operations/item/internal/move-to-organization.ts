import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import type { ShareItems } from "@/lib/domain/item/inputs";
import { isAsKnown } from "@/lib/domain/item/known-revision";
import { NotFound, Refused } from "@/lib/operations/errors";

type Moved = z.output<typeof ShareItems>["items"];
type Owner = { organizationId: OrganizationId; organizationKeyId: OrganizationKeyId; revisedAt: Date };

/**
 * Locks items, in one order.
 *
 * @throws {NotFound} for the whole when one of them is in the trash, or of another type.
 * @throws {Refused} `item_out_of_date`
 */
export async function lockAsKnown(tx: Tx, items: Moved): Promise<void> {
  const known = new Map(items.map((item) => [item.itemId, item]));
  const rows = await tx
    .select({
      id: ciphers.id,
      type: ciphers.type,
      revisedAt: ciphers.revisedAt,
      deletedAt: ciphers.deletedAt,
    })
    .from(ciphers)
    .where(inArray(ciphers.id, [...known.keys()]))
    .orderBy(ciphers.id)
    .for("update");
  if (rows.length !== known.size) throw new NotFound();
  for (const { id, type, revisedAt, deletedAt } of rows) {
    const item = known.get(id);
    if (!item || item.type !== type || deletedAt) throw new NotFound();
    if (!isAsKnown(revisedAt, item.lastKnownRevisionDate)) throw new Refused("item_out_of_date");
  }
}

/**
 * Makes locked items the organization's, with what was sealed anew. For the organization they come to be now, and their
 * passwords are as old as they were. They keep which import they came with, so that it goes on without them; undone, it
 * takes out only what is in the place that it was begun in.
 */
export async function moveToOrganization(tx: Tx, owner: Owner, items: Moved): Promise<void> {
  const { organizationId, organizationKeyId, revisedAt } = owner;
  const at = sql`${revisedAt.toISOString()}::timestamptz`;
  await tx.execute(sql`update ${ciphers} as it set
      user_id = null, organization_id = ${organizationId}, organization_key_id = ${organizationKeyId},
      key = sealed ->> 'key', name = sealed ->> 'name', notes = sealed ->> 'notes', fields = sealed -> 'fields',
      password_history = sealed -> 'passwordHistory', data = sealed -> 'data',
      password_changed_at = coalesce(it.password_changed_at, it.created_at), created_at = ${at}, revised_at = ${at}
    from jsonb_array_elements(${JSON.stringify(items)}::jsonb) as sealed
    where it.id = (sealed ->> 'itemId')::uuid`);
}
