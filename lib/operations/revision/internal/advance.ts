import "server-only";
import { eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { revisions } from "@/db/schema/revisions";
import { users } from "@/db/schema/users";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";

// Revisions tell clients that something has changed. Each is advanced when it is written and stays locked until
// the commit, so that the order of the dates is the order of the commits. Revisions are the last rows that a
// command locks: whatever else it needs is locked before.

/** The date after `last`: at least a millisecond later, and no earlier than the clock says at this moment. */
export const advanced = (last: SQLWrapper): SQL<Date> =>
  sql`greatest(${last} + interval '1 millisecond', clock_timestamp())`;

const clock = sql`clock_timestamp()`;

/** Advances an organization's revision, because something that its people sync has changed. Answers the new date. */
export async function advanceOrganization(tx: Tx, organizationId: OrganizationId): Promise<Date> {
  const rows = await tx
    .insert(revisions)
    .values({ organizationId, revisedAt: clock })
    .onConflictDoUpdate({
      target: revisions.organizationId,
      set: { revisedAt: advanced(revisions.revisedAt) },
    })
    .returning({ revisedAt: revisions.revisedAt });
  return dateOf(rows);
}

/** The same for several at once, in one statement. Answers the latest date; null for none. */
export async function advanceOrganizations(
  tx: Tx,
  organizationIds: readonly OrganizationId[],
): Promise<Date | null> {
  if (organizationIds.length === 0) return null;
  const ids = [...new Set(organizationIds)].sort();
  const rows = await tx
    .insert(revisions)
    .values(ids.map((organizationId) => ({ organizationId, revisedAt: clock })))
    .onConflictDoUpdate({
      target: revisions.organizationId,
      set: { revisedAt: advanced(revisions.revisedAt) },
    })
    .returning({ revisedAt: revisions.revisedAt });
  return new Date(Math.max(...rows.map(({ revisedAt }) => Number(revisedAt))));
}

/** Advances a provider's revision, because something that its team syncs has changed. */
export async function advanceProvider(tx: Tx, providerId: ProviderId): Promise<Date> {
  const rows = await tx
    .insert(revisions)
    .values({ providerId, revisedAt: clock })
    .onConflictDoUpdate({ target: revisions.providerId, set: { revisedAt: advanced(revisions.revisedAt) } })
    .returning({ revisedAt: revisions.revisedAt });
  return dateOf(rows);
}

/**
 * Advances an account's own revision.
 *
 * @param beyond the revision of a tenant that the account leaves, advanced by the caller: without the tenant, what
 *   the account must sync would fall back behind it.
 */
export async function advanceAccount(tx: Tx, userId: UserId, beyond?: Date): Promise<Date> {
  const accountRevisedAt = nextOf(beyond);
  const rows = await tx
    .update(users)
    .set({ accountRevisedAt })
    .where(eq(users.id, userId))
    .returning({ revisedAt: users.accountRevisedAt });
  return dateOf(rows);
}

/**
 * The same for several at once, in one statement. The caller has locked them, or two such acts could wait for each
 * other.
 */
export async function advanceAccounts(tx: Tx, userIds: readonly UserId[], beyond?: Date): Promise<void> {
  if (userIds.length === 0) return;
  const accountRevisedAt = nextOf(beyond);
  await tx
    .update(users)
    .set({ accountRevisedAt })
    .where(inArray(users.id, [...userIds]));
}

function nextOf(beyond: Date | undefined): SQL<Date> {
  const next = advanced(users.accountRevisedAt);
  return beyond
    ? sql`greatest(${next}, ${beyond.toISOString()}::timestamptz + interval '1 millisecond')`
    : next;
}

/** Advances the revision of an item's owner: the organization's, or the person's own. */
export const advanceOwner = (tx: Tx, organizationId: OrganizationId | null, userId: UserId): Promise<Date> =>
  organizationId ? advanceOrganization(tx, organizationId) : advanceAccount(tx, userId);

function dateOf([row]: { revisedAt: Date }[]): Date {
  if (!row) throw new Error("an advanced revision comes back");
  return row.revisedAt;
}
