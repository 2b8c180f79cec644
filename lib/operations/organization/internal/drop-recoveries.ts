import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";

/** Ends the recoveries that were asked for: of these members, or of all. Whoever still wants one asks anew. */
export const dropRecoveries = (
  tx: Tx,
  organizationId: OrganizationId,
  of: readonly OrganizationMemberId[] | "everybody",
) =>
  tx
    .delete(accountRecoveries)
    .where(
      and(
        eq(accountRecoveries.organizationId, organizationId),
        of === "everybody" ? undefined : inArray(accountRecoveries.memberId, [...of]),
      ),
    );
