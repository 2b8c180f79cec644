import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import type { approveRecovery } from "@/lib/operations/recovery/approve";
import type { takeBackRecovery } from "@/lib/operations/recovery/take-back";
import { anyId } from "@/test/organization";
import type { Person } from "@/test/people";

type Target = { organizationId: OrganizationId; memberId: OrganizationMemberId };

/** What a page shows of what was asked for about a member: whose request it is, and of when. */
export async function shownRecovery(tx: Tx, { organizationId, memberId }: Target) {
  const [row] = await tx
    .select({ askedBy: accountRecoveries.askedBy, askedAt: accountRecoveries.askedAt })
    .from(accountRecoveries)
    .where(
      and(eq(accountRecoveries.organizationId, organizationId), eq(accountRecoveries.memberId, memberId)),
    );
  return { organizationId, memberId, ...(row ?? { askedBy: anyId(), askedAt: new Date() }) };
}

/** Answers what is asked for now, as somebody who has just looked at it. */
export const answerRecovery = async (
  tx: Tx,
  command: typeof approveRecovery | typeof takeBackRecovery,
  { actor }: Pick<Person, "actor">,
  target: Target,
) => execute(tx, command, actor, await shownRecovery(tx, target));
