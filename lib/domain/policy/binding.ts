import { allow, type Decision, refuse } from "@/lib/domain/decision";
import type { OrganizationMemberStatus, OrganizationRole } from "@/lib/domain/organization/member";
import { type Exempt, type PolicyType, policyFacts } from "@/lib/domain/policy/types";

/** What decides whether a policy binds a member of the organization that has it. */
export type Bindable = {
  role: OrganizationRole;
  status: OrganizationMemberStatus;
  /** They are of the team of the organization's provider. */
  isProviders: boolean;
};

const exemptRoles: Record<Exempt, readonly OrganizationRole[]> = {
  owners_and_admins: ["owner", "admin"],
  owners: ["owner"],
  nobody: [],
};

/** Whether a policy binds a person in this role, whatever the status of their place. Protocol chapter 10.3. */
export function bindsRole(type: PolicyType, { role, isProviders }: Omit<Bindable, "status">): boolean {
  const { exempt, bindsProvidersPeople } = policyFacts[type];
  return !exemptRoles[exempt].includes(role) && (bindsProvidersPeople || !isProviders);
}

/** Whether a policy binds a member as they are now: from when they have accepted until they are revoked. */
export const binds = (type: PolicyType, member: Bindable): boolean =>
  (member.status === "accepted" || member.status === "confirmed") && bindsRole(type, member);

/** What two policies judge of a person before they join, are confirmed or come back. */
export type Compliance = {
  hasTwoStep: boolean;
  /** They have accepted or are confirmed in another organization. */
  isElsewhere: boolean;
};

/** Whether a member is as a policy that is held by revoking wants them to be. Every other policy takes them as they are. */
export function complies(type: PolicyType, { hasTwoStep, isElsewhere }: Compliance): boolean {
  if (type === "two_step_login") return hasTwoStep;
  return type === "single_organization" ? !isElsewhere : true;
}

/** Policies that revoke whoever does not comply when they are turned on. */
export const revokingPolicies = ["two_step_login", "single_organization"] as const;
export type RevokingPolicy = (typeof revokingPolicies)[number];

export const isRevoking = (type: PolicyType): type is RevokingPolicy =>
  revokingPolicies.some((revoking) => revoking === type);

/** Whether turning the policy on takes the member's place away. Whoever turns it on keeps theirs. */
export const isRevokedBy = (type: PolicyType, member: Bindable & Compliance & { isYou: boolean }): boolean =>
  isRevoking(type) && binds(type, member) && !member.isYou && !complies(type, member);

/** Why somebody may not have a place: what the organization wants and they lack. */
export type Lacking = RevokingPolicy;

/**
 * What a person lacks for a place in an organization in which these policies are on. It is judged alike when they
 * accept, when they are confirmed and when they come back.
 */
export const lacksFor = (
  on: readonly PolicyType[],
  person: Omit<Bindable, "status"> & Compliance,
): Lacking | null =>
  revokingPolicies.find((type) => on.includes(type) && bindsRole(type, person) && !complies(type, person)) ??
  null;

/** The answer to the person themselves. */
export function mayJoin(lacking: Lacking | null, organization: string): Decision {
  if (lacking === "two_step_login") return refuse("two_step_needed", { organization });
  return lacking ? refuse("only_organization_needed", { organization }) : allow;
}

/** The answer to whoever confirms or restores the person. */
export function mayBeLetIn(lacking: Lacking | null): Decision {
  if (lacking === "two_step_login") return refuse("member_without_two_step");
  return lacking ? refuse("member_elsewhere") : allow;
}

/** Whether somebody may join another organization beside those that have bound them to one. */
export const mayJoinAnother = ([first]: readonly string[]): Decision =>
  first === undefined ? allow : refuse("bound_to_one_organization", { organization: first });
