import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { OrganizationId } from "@/lib/domain/ids";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";

/** Confirmed owners whose place is their own and not the provider's, by their address. */
export const ownOwners = (tx: Tx, organizationId: OrganizationId) =>
  tx
    .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        membersWhoMay("choose_provider"),
        eq(organizationMembers.status, "confirmed"),
        isNull(organizationMembers.placeOfProvider),
      ),
    )
    .orderBy(asc(users.email));
