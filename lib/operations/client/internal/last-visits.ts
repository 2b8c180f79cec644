import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { formerMembers } from "@/db/schema/former-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { ProviderId, UserId } from "@/lib/domain/ids";
import { asTheyLeft, called } from "@/lib/operations/people/internal/called";
import { isOpenVisit } from "@/lib/operations/visit/internal/visit-end";

/** How many visits are shown; the event log has the others. */
const shown = 6;

/**
 * The last visits of a provider's people to its clients, latest first.
 *
 * @param only of one person; of the whole team where it is null.
 */
export const lastVisits = (tx: Tx, providerId: ProviderId, only: UserId | null, now: Date) =>
  tx
    .select({
      id: clientVisits.id,
      client: { id: organizations.id, name: organizations.name },
      userId: clientVisits.userId,
      ...called,
      startedAt: clientVisits.startedAt,
      isOpen: sql<boolean>`${isOpenVisit(now)}`,
    })
    .from(clientVisits)
    .innerJoin(organizations, eq(organizations.id, clientVisits.organizationId))
    .leftJoin(users, eq(users.id, clientVisits.userId))
    .leftJoin(formerMembers, asTheyLeft(clientVisits.userId, clientVisits.providerId))
    .where(and(eq(clientVisits.providerId, providerId), only ? eq(clientVisits.userId, only) : undefined))
    .orderBy(desc(clientVisits.startedAt), desc(clientVisits.id))
    .limit(shown);
