import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { revisions } from "@/db/schema/revisions";
import { users } from "@/db/schema/users";
import type { OrganizationId, UserId } from "@/lib/domain/ids";

/** The revision of an account, and those of some organizations that have one, each with its id, in one order. */
export async function readRevisions(tx: Tx, userId: UserId, organizationIds: readonly OrganizationId[]) {
  const own = await tx.select({ at: users.accountRevisedAt }).from(users).where(eq(users.id, userId));
  const shared = await tx
    .select({ of: revisions.organizationId, at: revisions.revisedAt })
    .from(revisions)
    .where(inArray(revisions.organizationId, [...organizationIds]))
    .orderBy(revisions.organizationId);
  return { own, shared };
}
