import "server-only";
import { and, eq, not } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";
import type { OrganizationPermission } from "@/lib/domain/organization/permissions";
import { hasPlaceEnded } from "@/lib/operations/access-end";
import type { Recipient } from "@/lib/operations/mail/internal/queue-mail";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { confirmedAmong } from "@/lib/operations/people/internal/members";

/** The confirmed members with a permission, as recipients of a letter. */
export const confirmedWhoMay = (
  tx: Tx,
  organizationId: OrganizationId,
  permission: OrganizationPermission,
): Promise<Recipient[]> =>
  confirmedAmong(tx, {
    of: organizationMembers,
    which: and(
      eq(organizationMembers.organizationId, organizationId),
      membersWhoMay(permission),
      not(hasPlaceEnded),
    ),
  });
