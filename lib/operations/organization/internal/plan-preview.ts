import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { type Plan, planFacts } from "@/lib/domain/organization/plans";
import { revokingPolicies } from "@/lib/domain/policy/binding";
import { policyTypes } from "@/lib/domain/policy/types";
import { judgedColumns } from "@/lib/operations/judged-columns";
import { markOf } from "@/lib/operations/mark-of";
import { whoIsRevoked } from "@/lib/operations/organization/internal/who-is-revoked";

type Change = { organizationId: OrganizationId; plan: Plan };

/**
 * Which policies would bind again with a plan that includes policies, where the present one does not, and who would lose
 * their place by them. `mark` stands for both.
 */
export async function previewPlan(tx: Tx, { organizationId, plan }: Change, actor: UserId | null) {
  const kept = await tx
    .select({ type: policies.type, features: judgedColumns.features })
    .from(policies)
    .innerJoin(organizations, eq(organizations.id, policies.organizationId))
    .where(and(eq(policies.organizationId, organizationId), eq(policies.enabled, true)));
  const comeBack = planFacts[plan].features.includes("policies")
    ? kept.flatMap(({ type, features }) => (features.includes("policies") ? [] : type))
    : [];
  const back = policyTypes.filter((type) => comeBack.includes(type));
  const revoking = revokingPolicies.filter((type) => back.includes(type));
  const revoked = await whoIsRevoked(tx, organizationId, revoking, actor);
  return { back, revoked, mark: markOf({ back, revoked }) };
}
