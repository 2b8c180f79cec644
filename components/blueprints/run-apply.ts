import type { z } from "zod";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { isAsShown, type PlannedPolicy } from "@/components/blueprints/policy-plan";
import { answerOf, type OpenedClient } from "@/components/blueprints/read-client";
import { KeyRefused } from "@/components/vault/hold-key";
import type { Differences } from "@/lib/domain/blueprint/compare";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";
import { type BlueprintPart, partsOf, sizeOf } from "@/lib/domain/blueprint/parts";
import type { SetPolicy } from "@/lib/domain/policy/inputs";
import type { PolicyType } from "@/lib/domain/policy/types";
import { sealCollectionNames } from "@/lib/vault/seal-collection";
import type { Vault } from "@/lib/vault/vault";

type Which = { providerId: string; organizationId: string; blueprintId: string };

/** What is about to be done, as it was shown. */
export type Shown = {
  content: BlueprintContent;
  client: OpenedClient;
  differences: Differences;
  policies: readonly PlannedPolicy[];
};

export type ApplyProgress = { done: number; total: number; policy: PolicyType | null };

/** How much there is to do, as the bar counts it. */
export const workOf = ({ differences, policies }: Shown): number =>
  policies.filter(({ preview }) => preview).length +
  partsOf(differences).reduce((sum, part) => sum + sizeOf(part), 0) +
  differences.switches.length;

/**
 * Applies a blueprint as it was shown: policies first, each with its own preview, then the rest in parts. What was done
 * stays done when it stops.
 *
 * @throws {KeyRefused} what the server says no to: `policy_preview_outdated` and `outdated_client` where something has
 *   changed since it was shown.
 */
export async function runApply(
  vault: Vault,
  which: Which,
  shown: Shown,
  actions: ApplyActions,
  onProgress: (progress: ApplyProgress) => void,
): Promise<void> {
  const total = workOf(shown);
  let done = 0;
  for (const policy of shown.policies) {
    if (!policy.preview) continue;
    onProgress({ done, total, policy: policy.type });
    await setPolicy(which.organizationId, policy, policy.preview, actions);
    done += 1;
  }

  const ids = {
    collections: shown.differences.collections.map(({ id }): string => id ?? crypto.randomUUID()),
    groups: shown.differences.groups.map(({ id }): string => id ?? crypto.randomUUID()),
  };
  const parts = partsOf(shown.differences);
  let { mark } = shown.client;
  for (const [index, part] of parts.entries()) {
    onProgress({ done, total, policy: null });
    const isLast = index === parts.length - 1;
    const made = await sealPart(vault, which.organizationId, shown, part, ids);
    const organizationKeyId = shown.client.keyId;
    const answer = await answerOf(actions.apply({ ...which, organizationKeyId, mark, ...made, isLast }));
    mark = answer.mark;
    done += sizeOf(part);
  }
  onProgress({ done: total, total, policy: null });
}

type Ids = { collections: readonly string[]; groups: readonly string[] };

async function sealPart(
  vault: Vault,
  organizationId: string,
  { content, differences }: Shown,
  part: BlueprintPart,
  ids: Ids,
) {
  const wanted = part.collections.map((at) => differences.collections[at]?.name ?? "");
  const names = await sealCollectionNames(vault, organizationId, wanted);
  const idOf = (of: readonly string[], at: number) => of[at] ?? "";
  return {
    // Each name has been sealed.
    collections: part.collections.map((at, index) => ({
      collectionId: idOf(ids.collections, at),
      name: names[index] as string,
    })),
    groups: part.groups.map((at) => ({
      groupId: idOf(ids.groups, at),
      name: differences.groups[at]?.name ?? "",
    })),
    cells: part.cells.map(({ group, collection, from, to }) => ({
      groupId: idOf(ids.groups, group),
      collectionId: idOf(ids.collections, collection),
      from,
      to,
    })),
    switches: part.switches ? content.switches : null,
  };
}

async function setPolicy(
  organizationId: string,
  { type, data }: PlannedPolicy,
  shown: NonNullable<PlannedPolicy["preview"]>,
  { preview, set }: Pick<ApplyActions, "preview" | "set">,
) {
  const now = await answerOf(preview({ organizationId, type, enabled: true }));
  if (now.blocked) throw new KeyRefused({ code: now.blocked.refusal, values: now.blocked.values });
  if (!isAsShown(shown, now)) throw new KeyRefused({ code: "policy_preview_outdated" });
  // The blueprint's contents were checked by the schema of this type.
  const input = { organizationId, type, enabled: true, data, preview: now.mark } as z.input<typeof SetPolicy>;
  await answerOf(set(input));
}
