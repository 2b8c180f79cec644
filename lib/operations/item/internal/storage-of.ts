import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import { mayStoreMore } from "@/lib/domain/attachment/limits";
import type { AttachmentId, OrganizationId, UserId } from "@/lib/domain/ids";
import { assertAllowed } from "@/lib/operations/command";
import { takesRoom } from "@/lib/operations/item/internal/under-way";

type Owner = { organizationId: OrganizationId | null; userId: UserId | null };

/** How many bytes the files of an owner take, with those that are being uploaded. */
export async function storageOf(tx: Tx, { organizationId, userId }: Owner, now: Date): Promise<number> {
  const [counted] = await tx
    .select({ used: sql<number>`coalesce(sum(${attachments.size}), 0)::float8` })
    .from(attachments)
    .where(
      and(
        organizationId
          ? eq(attachments.organizationId, organizationId)
          : sql`${attachments.userId} = ${userId}::uuid`,
        takesRoom(now),
      ),
    );
  return counted?.used ?? 0;
}

/** Makes sure that an organization has room for the files of items that come to it. Its lock is held. */
export async function expectStorage(
  tx: Tx,
  organizationId: OrganizationId,
  items: readonly { attachments: readonly { id: AttachmentId }[] }[],
  now: Date,
): Promise<void> {
  const ids = items.flatMap((item) => item.attachments.map(({ id }) => id));
  if (ids.length === 0) return;
  const [coming] = await tx
    .select({ more: sql<number>`coalesce(sum(${attachments.size}), 0)::float8` })
    .from(attachments)
    .where(inArray(attachments.id, ids));
  const used = await storageOf(tx, { organizationId, userId: null }, now);
  assertAllowed(mayStoreMore({ owner: "organization", used, more: coming?.more ?? 0 }));
}
