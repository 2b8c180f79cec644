import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { policies } from "@/db/schema/policies";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { features } from "@/lib/domain/organization/plans";
import { type AnyPolicyData, firstSettings } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";
import { anOrganizationWith } from "@/test/organization";

type Wanted = Parameters<typeof anOrganizationWith>[1];

/** An organization whose plan includes policies. */
export const anEnterprise = (tx: Tx, wanted: Wanted = {}) =>
  anOrganizationWith(tx, { plan: "enterprise_monthly", features: [...features], ...wanted });

/** Turns a policy on, as a row. */
export async function aPolicy(
  tx: Tx,
  organizationId: OrganizationId,
  type: PolicyType,
  data: AnyPolicyData = firstSettings[type],
) {
  await tx.insert(policies).values({ organizationId, type, enabled: true, data });
}

/** Somebody's log-in takes a second step from now on, as a row. Its secret opens nothing. */
export async function withTwoStep(tx: Tx, userId: UserId) {
  await tx.insert(authenticators).values({ userId, sealedSecret: "-", confirmedAt: new Date() });
}
