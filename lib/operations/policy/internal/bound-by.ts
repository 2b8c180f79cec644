import "server-only";
import { and, inArray, not, type SQL } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { type RevokingPolicy, rolesBoundBy } from "@/lib/domain/policy/binding";
import { type PolicyType, policyFacts } from "@/lib/domain/policy/types";
import { isOfWorkingTeam } from "@/lib/operations/is-in-team";
import { takesSecondStep } from "@/lib/operations/own-step";
import { hasPlaceBeside } from "@/lib/operations/policy/internal/compliance";

/** Whether a row of a select over an organization's members has a place: what policies bind, and who may lose it. */
export const hasPlace: SQL = inArray(organizationMembers.status, ["accepted", "confirmed"]);

/** Whether a policy binds a row of a select over an organization's members. */
export const isBoundBy = (type: PolicyType): SQL | undefined =>
  and(
    hasPlace,
    inArray(organizationMembers.role, rolesBoundBy(type)),
    policyFacts[type].bindsProvidersPeople ? undefined : not(isOfWorkingTeam),
  );

const lacks: Record<RevokingPolicy, SQL> = {
  two_step_login: not(takesSecondStep(organizationMembers.userId)),
  single_organization: hasPlaceBeside(organizationMembers.organizationId, organizationMembers.userId),
};

/**
 * Whether a policy takes away the place of a row of a select over an organization's members: it binds them, and they are
 * not as it wants them to be. The select has a second table in it, so that it names the table of each column, which the
 * subselects rely on.
 */
export const isRevokedBy = (type: RevokingPolicy): SQL | undefined => and(isBoundBy(type), lacks[type]);
