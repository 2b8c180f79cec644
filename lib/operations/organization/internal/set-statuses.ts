import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import type { StatusBefore } from "@/lib/domain/organization/revoking";

type Returning = { id: OrganizationMemberId; status: StatusBefore; letIn: boolean };

/** One statement for each status that comes back. */
export async function setStatuses(tx: Tx, members: readonly Returning[], now: Date) {
  const letIn = members.flatMap((member) => (member.letIn ? member.id : []));
  for (const status of ["invited", "accepted", "confirmed"] as const) {
    const ids = members.flatMap((member) => (member.status === status ? member.id : []));
    if (ids.length > 0)
      await tx
        .update(organizationMembers)
        .set({
          status,
          revocationReason: null,
          revisedAt: now,
          letInByProvider: letIn.length > 0 ? inArray(organizationMembers.id, letIn) : false,
          ...(status === "invited" && { invitedAt: now }),
          ...(status === "confirmed" && { readUntil: null }),
        })
        .where(inArray(organizationMembers.id, ids));
  }
}
