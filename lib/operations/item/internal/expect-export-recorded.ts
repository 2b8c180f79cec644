import "server-only";
import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { proofMinutes } from "@/lib/domain/account/proof";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { Refused } from "@/lib/operations/errors";

type Exporting = { organizationId: OrganizationId; userId: UserId; now: Date };

/**
 * Nothing is handed out for an export that is not in the organization's log. It is read as long as the proof of the
 * master password is good for that came before it.
 *
 * @throws {Refused} `export_not_recorded`
 */
export async function expectExportRecorded(
  tx: Tx,
  { organizationId, userId, now }: Exporting,
): Promise<void> {
  const recorded = await tx
    .select({ at: events.at })
    .from(events)
    .where(
      and(
        eq(events.log, organizationId),
        eq(events.actorId, userId),
        eq(events.type, "organization.exported_vault"),
        gt(events.at, new Date(Number(now) - proofMinutes * 60_000)),
      ),
    )
    .limit(1);
  if (recorded.length === 0) throw new Refused("export_not_recorded");
}
