import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { plannedPolicy } from "@/components/blueprints/policy-plan";
import { readClient } from "@/components/blueprints/read-client";
import type { Shown } from "@/components/blueprints/run-apply";
import { reach } from "@/components/forms/reach";
import { compare } from "@/lib/domain/blueprint/compare";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";
import type { Vault } from "@/lib/vault/vault";

/**
 * Enters a client and compares it with a blueprint, policies with what each would do.
 *
 * @throws {KeyRefused} what the server says no to.
 */
export async function seeClient(
  vault: Vault,
  which: { providerId: string; organizationId: string },
  content: BlueprintContent,
  actions: ApplyActions,
): Promise<Shown> {
  const client = await readClient(vault, which, actions);
  const differences = compare(content, client.state);
  const { organizationId } = which;
  const policies = await Promise.all(
    differences.policies.map(async (policy) =>
      plannedPolicy(
        policy,
        await reach(actions.preview({ organizationId, type: policy.type, enabled: true })),
        differences.policies,
      ),
    ),
  );
  return { content, client, differences, policies };
}
