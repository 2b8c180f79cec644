import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { OrganizationId } from "@/lib/domain/ids";
import type { AnyPolicyData, PolicyData } from "@/lib/domain/policy/settings";
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
  return { autoEnrollEnabled: enrolsEverybody(policy.data), waitHours: policy.waitHours };
}

/** Whether the settings of the policy ask everybody to enrol; not where there are none. */
export const enrolsEverybody = (data: AnyPolicyData | null): boolean =>
  // The settings of each type were checked by its schema when they were written.
  (data as Partial<PolicyData<"account_recovery">> | null)?.autoEnrollEnabled === true;

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
