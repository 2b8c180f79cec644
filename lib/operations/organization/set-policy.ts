import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { policies } from "@/db/schema/policies";
import { userIdOf } from "@/lib/domain/actor";
import type { PolicyChange } from "@/lib/domain/event-subjects";
import { isRevoking, reasonOf } from "@/lib/domain/policy/binding";
import { SetPolicy } from "@/lib/domain/policy/inputs";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { dropRecoveries } from "@/lib/operations/organization/internal/drop-recoveries";
import { accountsOf, lockMembers } from "@/lib/operations/organization/internal/lock-members";
import { previewPolicy } from "@/lib/operations/organization/internal/policy-preview";
import { revocation, revokeMembers } from "@/lib/operations/organization/internal/revoke-members";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Turns a policy on or off, or gives it other settings. Whoever does not comply with it loses their place at once, and
 * is told. What is done is what the preview has shown: if that is another by now, nothing is.
 *
 * @throws {Refused} what blocks it, or `policy_preview_outdated`.
 */
export const setPolicy = defineCommand({
  name: "policy.set",
  input: SetPolicy,
  access: inOrganization.manage_policies,
  async locks({ tx, actor, input }) {
    const { organizationId } = input;
    const { revoked } = await previewPolicy(tx, input, userIdOf(actor));
    const memberIds = revoked.map(({ id }) => id);
    return [organization(organizationId), ...(await accountsOf(tx, { organizationId, memberIds }))];
  },
  async run({ tx, actor, input, now }) {
    const { organizationId, type, enabled, data } = input;
    const { decision, mark, revoked, isOn } = await previewPolicy(tx, input, userIdOf(actor));
    assertAllowed(decision);
    if (mark !== input.preview) throw new Refused("policy_preview_outdated");
    const isThis = and(eq(policies.organizationId, organizationId), eq(policies.type, type));
    const sameSettings = sql`coalesce(${policies.data}, 'null') = ${JSON.stringify(data)}::jsonb`;
    if (isOn === enabled && (await tx.$count(policies, and(isThis, sameSettings))) > 0)
      return doneUnrecorded({ revoked: 0 }, "it was so already");

    const set = { enabled, data, revisedAt: now };
    await tx
      .insert(policies)
      .values({ organizationId, type, ...set, createdAt: now })
      .onConflictDoUpdate({ target: [policies.organizationId, policies.type], set });
    if (type === "account_recovery" && !enabled) await dropRecoveries(tx, organizationId, "everybody");
    const memberIds = revoked.map(({ id }) => id);
    const members = memberIds.length > 0 ? await lockMembers(tx, { organizationId, memberIds }) : [];
    const reason = isRevoking(type) ? reasonOf[type] : "manual";
    await revokeMembers(tx, organizationId, members, reason, now);
    await advanceOrganization(tx, organizationId);
    const change: PolicyChange = isOn === enabled ? "settings" : enabled ? "on" : "off";
    return done(
      { revoked: members.length },
      { type: "policy.updated", organizationId, details: { policy: type, change } },
      ...members.map((member) => revocation(organizationId, member, reason)),
    );
  },
});
