import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { OrganizationId } from "@/lib/domain/ids";
import { Refused } from "@/lib/operations/errors";
import { isInForce } from "@/lib/operations/policy/internal/in-force";

type RecoveryPolicy = { autoEnrollEnabled: boolean; waitHours: number };

/** The organization's policy of account recovery; null when it is not in force. */
export async function recoveryPolicyOrNull(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<RecoveryPolicy | null> {
  const [policy] = await tx
    .select({ data: policies.data, waitHours: organizations.recoveryWaitHours })
    .from(policies)
    .innerJoin(organizations, eq(organizations.id, policies.organizationId))
    .where(
      and(eq(policies.organizationId, organizationId), eq(policies.type, "account_recovery"), isInForce),
    );
  if (!policy) return null;
  // The settings of each type were checked by its schema when they were written.
  const { autoEnrollEnabled } = (policy.data ?? {}) as { autoEnrollEnabled?: boolean };
  return { autoEnrollEnabled: autoEnrollEnabled === true, waitHours: policy.waitHours };
}

/**
 * The same where there has to be one.
 *
 * @throws {Refused} `recovery_not_offered`
 */
export async function recoveryPolicy(tx: Tx, organizationId: OrganizationId): Promise<RecoveryPolicy> {
  const policy = await recoveryPolicyOrNull(tx, organizationId);
  if (!policy) throw new Refused("recovery_not_offered");
  return policy;
}
