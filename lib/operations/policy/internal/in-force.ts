import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { OrganizationId } from "@/lib/domain/ids";
import type { PolicyType } from "@/lib/domain/policy/types";
import { judgedColumns } from "@/lib/operations/judged-columns";

/**
 * Whether a policy is in force, in a select over policies joined with their organizations: it is on, and the plan
 * includes policies. One that the plan does not include any more stays as it was, and binds nobody.
 */
export const isInForce: SQL = sql`(${policies.enabled} and 'policies' = any(${judgedColumns.features}))`;

/**
 * Whether the organization of the surrounding row has a policy of this type in force, beside other policies that the
 * select may join.
 *
 * @param more what is asked of it besides; the policy is called `asked` there.
 */
export const hasInForce = (type: PolicyType, more?: SQL): SQL<boolean> =>
  sql<boolean>`exists (select from ${policies} as asked
    where asked.organization_id = ${organizations.id} and asked.type = ${type} and asked.enabled
      and 'policies' = any(${judgedColumns.features})${more ? sql` and ${more}` : sql``})`;

/** The policies of an organization that are in force. */
export async function policiesInForce(tx: Tx, organizationId: OrganizationId): Promise<PolicyType[]> {
  const rows = await tx
    .select({ type: policies.type })
    .from(policies)
    .innerJoin(organizations, eq(organizations.id, policies.organizationId))
    .where(and(eq(policies.organizationId, organizationId), isInForce));
  return rows.map(({ type }) => type);
}
