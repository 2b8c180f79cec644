import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { runApply } from "@/components/blueprints/run-apply";
import { seeClient } from "@/components/blueprints/see-client";
import { asksNobody, makesSomething, resultOf } from "@/components/blueprints/unasked";
import { KeyRefused } from "@/components/vault/hold-key";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";
import type { BlueprintResult } from "@/lib/domain/provider/client-jobs";
import type { Vault } from "@/lib/vault/vault";

type Which = { providerId: string; organizationId: string; blueprintId: string };

/**
 * Applies a blueprint to a client where nobody has to look at what it would do.
 *
 * @throws {KeyRefused} `needs_a_look` where somebody has to, and what the server says no to.
 */
export async function applyUnasked(
  vault: Vault,
  which: Which,
  content: BlueprintContent,
  actions: ApplyActions,
): Promise<BlueprintResult> {
  const shown = await seeClient(vault, which, content, actions);
  if (!asksNobody(shown)) throw new KeyRefused({ code: "needs_a_look" });
  const result = resultOf(shown);
  if (makesSomething(result)) await runApply(vault, which, shown, actions, () => {});
  return result;
}
