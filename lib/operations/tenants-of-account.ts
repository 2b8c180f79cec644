import "server-only";
import { and, eq, inArray, not, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import type { EventType } from "@/lib/domain/event-types";
import type { AuditEvent } from "@/lib/domain/events";
import type { UserId } from "@/lib/domain/ids";
import { hasAccessEnded, hasPlaceEnded } from "@/lib/operations/access-end";

/**
 * Acts on one's own account that the organizations and teams that one is confirmed in see in their logs (protocol
 * chapter 15.1), as long as one's access lasts. Failed log-ins are not among them: anybody can cause those, with any address, and they would take
 * longer for an account that exists.
 */
const told: readonly EventType[] = [
  "user.logged_in",
  "user.failed_second_step",
  "user.used_recovery_code",
  "user.changed_password",
  "user.changed_two_step",
  "user.turned_off_two_step",
  "user.changed_kdf",
  "user.changed_email",
];

type OfAccount = Extract<AuditEvent, { type: (typeof told)[number] }> & { userId: UserId };

const isTold = (event: AuditEvent): event is OfAccount => told.includes(event.type) && "userId" in event;

/** The same events once more for each tenant of the account. One statement, and none where nothing is told. */
export async function toldToTenants(tx: Tx, happened: readonly AuditEvent[]): Promise<AuditEvent[]> {
  const acts = happened.filter(isTold);
  if (acts.length === 0) return [];
  const userIds = [...new Set(acts.map(({ userId }) => userId))];
  const tenants = await unionAll(
    tx
      .select({
        userId: sql<UserId>`${organizationMembers.userId}`.as("user_id"),
        organizationId: sql<OfAccount["organizationId"] | null>`${organizationMembers.organizationId}`.as(
          "organization_id",
        ),
        providerId: sql<OfAccount["providerId"] | null>`null::uuid`.as("provider_id"),
      })
      .from(organizationMembers)
      .where(
        and(
          inArray(organizationMembers.userId, userIds),
          eq(organizationMembers.status, "confirmed"),
          not(hasPlaceEnded),
        ),
      ),
    tx
      .select({
        userId: sql<UserId>`${providerMembers.userId}`.as("user_id"),
        organizationId: sql<OfAccount["organizationId"] | null>`null::uuid`.as("organization_id"),
        providerId: sql<OfAccount["providerId"] | null>`${providerMembers.providerId}`.as("provider_id"),
      })
      .from(providerMembers)
      .where(
        and(
          inArray(providerMembers.userId, userIds),
          eq(providerMembers.status, "confirmed"),
          not(hasAccessEnded),
        ),
      ),
  );
  return acts.flatMap((act) =>
    tenants
      .filter(({ userId }) => userId === act.userId)
      .map(({ organizationId, providerId }) => ({
        ...act,
        ...(organizationId && { organizationId }),
        ...(providerId && { providerId }),
      })),
  );
}
