import { allow, type Decision, refuse } from "@/lib/domain/decision";
import {
  type OrganizationMemberStatus,
  type OrganizationRole,
  organizationRoles,
} from "@/lib/domain/organization/member";
import type { RevocationReason } from "@/lib/domain/organization/revoking";
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

/** The roles whose members a policy binds. */
export const rolesBoundBy = (type: PolicyType): OrganizationRole[] =>
  organizationRoles.filter((role) => !exemptRoles[policyFacts[type].exempt].includes(role));

/** Whether a policy binds a member as they are now: from when they have accepted until they are revoked. */
export const binds = (type: PolicyType, member: Bindable): boolean =>
  (member.status === "accepted" || member.status === "confirmed") && bindsRole(type, member);

/** What two policies judge of a person before they join, are confirmed or come back. */
export type Compliance = {
  hasTwoStep: boolean;
  /** They have accepted or are confirmed in another organization. */
  isElsewhere: boolean;
};

/**
 * Whether a member is as a policy that is held by revoking wants them to be. Every other policy takes them as they
 * are.
 */
export function complies(type: PolicyType, { hasTwoStep, isElsewhere }: Compliance): boolean {
  if (type === "two_step_login") return hasTwoStep;
  return type === "single_organization" ? !isElsewhere : true;
}

/** Policies that revoke whoever does not comply when they are turned on. */
export const revokingPolicies = ["two_step_login", "single_organization"] as const;
export type RevokingPolicy = (typeof revokingPolicies)[number];

/** Whether a policy that revokes binds the new role of a member, and did not bind the present one. */
export const becomesBound = (from: OrganizationRole, to: OrganizationRole): boolean =>
  revokingPolicies.some((type) => rolesBoundBy(type).includes(to) && !rolesBoundBy(type).includes(from));

/** What the rows of those whom it revokes say. */
export const reasonOf: Record<RevokingPolicy, RevocationReason> = {
  two_step_login: "two_factor_policy",
  single_organization: "single_organization_policy",
};

export const isRevoking = (type: PolicyType): type is RevokingPolicy =>
  revokingPolicies.some((revoking) => revoking === type);

/**
 * Why somebody may not have a place: what the organization wants and they lack, that another one has bound them, or that
 * they are of the provider's team where members are confirmed without anybody comparing keys.
 */
export type Lacking = RevokingPolicy | "bound_elsewhere" | "not_of_the_team";

type Joining = Omit<Bindable, "status"> & Compliance & { isBoundElsewhere: boolean };

/**
 * What a person lacks for a place in an organization in which these policies are on. It is judged alike when they
 * accept, when they are confirmed and when they come back.
 */
export function lacksFor(on: readonly PolicyType[], person: Joining): Lacking | null {
  if (person.isBoundElsewhere) return "bound_elsewhere";
  if (person.isProviders && on.includes("automatic_confirmation")) return "not_of_the_team";
  const wants = (type: RevokingPolicy) => on.includes(type) && bindsRole(type, person);
  return revokingPolicies.find((type) => wants(type) && !complies(type, person)) ?? null;
}

/** The answer to the person themselves. `boundTo` is the organization that has bound them. */
export function mayJoin(lacking: Lacking | null, organization: string, boundTo: string | null): Decision {
  if (lacking === "two_step_login") return refuse("two_step_needed", { organization });
  if (lacking === "single_organization") return refuse("only_organization_needed", { organization });
  if (lacking === "not_of_the_team") return refuse("takes_nobody_of_the_team");
  return lacking ? refuse("bound_to_one_organization", { organization: boundTo ?? "" }) : allow;
}

/**
 * The answer to whoever confirms or restores the person, or gives them a role that a policy binds. It does not name
 * the person's other organizations.
 */
export function mayBeLetIn(lacking: Lacking | null): Decision {
  if (lacking === "two_step_login") return refuse("member_without_two_step");
  if (lacking === "not_of_the_team") return refuse("takes_nobody_of_the_team");
  return lacking ? refuse("member_elsewhere") : allow;
}
