import "server-only";
import { and, eq, inArray, not, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { policies } from "@/db/schema/policies";
import { all, allow, type Decision } from "@/lib/domain/decision";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { isRevoking, rolesBoundBy } from "@/lib/domain/policy/binding";
import { dependingOn, mayBeOff, mayBeOn, mayHoldProvidersPeople } from "@/lib/domain/policy/depending";
import type { PolicyType } from "@/lib/domain/policy/types";
import { countWithoutOwn } from "@/lib/operations/collection/internal/without-own";
import { isOfTeam } from "@/lib/operations/is-in-team";
import { markOf } from "@/lib/operations/mark-of";
import { whoIsRevoked } from "@/lib/operations/organization/internal/who-is-revoked";
import { hasPlace, isBoundBy } from "@/lib/operations/policy/internal/bound-by";
import { policiesInForce } from "@/lib/operations/policy/internal/in-force";

type Change = { organizationId: OrganizationId; type: PolicyType; enabled: boolean };

const membersHere = (organizationId: OrganizationId, which: SQL | undefined) =>
  and(eq(organizationMembers.organizationId, organizationId), which);

/**
 * What would come of turning a policy on or off, or of saving its settings: whether it can be, who would lose their
 * place, and whom it binds. `mark` stands for all of it and for the settings as they are now, so whoever started from
 * other settings, or was shown another outcome, has another mark.
 */
export async function previewPolicy(tx: Tx, change: Change, actor: UserId | null) {
  const { organizationId, type, enabled } = change;
  const on = await policiesInForce(tx, organizationId);
  const isOn = on.includes(type);
  const decision = await judge(tx, change, on);
  const revoked =
    enabled && !isOn && decision.allowed && isRevoking(type)
      ? await whoIsRevoked(tx, organizationId, [type], actor)
      : [];
  const bound = await tx.$count(organizationMembers, membersHere(organizationId, isBoundBy(type)));
  const members = await tx.$count(organizationMembers, membersHere(organizationId, hasPlace));
  const inBoundRole = inArray(organizationMembers.role, rolesBoundBy(type));
  const byRole = await tx.$count(
    organizationMembers,
    membersHere(organizationId, and(hasPlace, not(inBoundRole))),
  );
  const collections = type === "data_ownership" && enabled ? await countWithoutOwn(tx, organizationId) : 0;
  const outcome = {
    isOn,
    blocked: decision.allowed ? null : decision,
    needing: dependingOn(type, on),
    revoked,
    bound,
    /** Whom their role leaves free, and who is free although it does not: the people of the provider. */
    free: { byRole, ofTeam: members - bound - byRole },
    /** How many members get a collection of their own. */
    collections,
  };
  const settings = await settingsNow(tx, organizationId, type);
  return { ...outcome, settings, decision, mark: markOf({ type, enabled, settings, ...outcome }) };
}

/** Null where the policy was never set or has no settings. */
async function settingsNow(tx: Tx, organizationId: OrganizationId, type: PolicyType) {
  const [row] = await tx
    .select({ data: policies.data })
    .from(policies)
    .where(and(eq(policies.organizationId, organizationId), eq(policies.type, type)));
  return row?.data ?? null;
}

async function judge(
  tx: Tx,
  { organizationId, type, enabled }: Change,
  on: readonly PolicyType[],
): Promise<Decision> {
  if (!enabled) return on.includes(type) ? mayBeOff(type, on) : allow;
  const providersPeople =
    type === "automatic_confirmation"
      ? await tx.$count(organizationMembers, membersHere(organizationId, and(hasPlace, isOfTeam)))
      : 0;
  return all(mayBeOn(type, on), mayHoldProvidersPeople(type, providersPeople));
}
