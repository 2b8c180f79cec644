import { applyUnasked } from "@/components/blueprints/apply-unasked";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { reach } from "@/components/forms/reach";
import type { SettleAction } from "@/components/jobs/job-actions";
import { sealing } from "@/components/vault/sealing";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";
import { type BlueprintOutcome, blueprintRefusals } from "@/lib/domain/provider/client-jobs";
import type { Failure } from "@/lib/http/result";
import type { Vault } from "@/lib/vault/vault";

type Job = { providerId: string; jobId: string; blueprintId: string };
export type JobClient = { id: string; name: string };

/** What stands against every client alike, so that the next one would not fare better. */
const stopping: readonly Failure["code"][] = [
  "vault_locked",
  "unreachable",
  "unavailable",
  "outdated_page",
  "not_signed_in",
  "another_account",
  "password_must_change",
  "two_step_required",
  "staff_access_ended",
  "provider_suspended",
  "too_many_attempts",
  "busy",
];

/** Somebody has changed the client while it was compared: what it is like now is compared once more. */
const passing: readonly Failure["code"][] = [
  "outdated_client",
  "policy_preview_outdated",
  "client_not_entered",
  "organization_key_replaced",
];

/**
 * Applies a blueprint to clients, one after the other, and settles the row of each. It leaves each client again.
 *
 * @param signal stops it after the client that is in hand.
 * @returns what has stopped it, with the rest waiting; null when it is through.
 */
export async function runBlueprints(
  vault: Vault,
  job: Job,
  clients: readonly JobClient[],
  content: BlueprintContent,
  actions: ApplyActions & { settle: SettleAction },
  signal: AbortSignal,
  onClient: (client: JobClient) => void,
): Promise<Failure | null> {
  const { providerId, jobId } = job;
  for (const client of clients) {
    if (signal.aborted) return null;
    onClient(client);
    const organizationId = client.id;
    const outcome = await outcomeFor(vault, { ...job, organizationId }, content, actions);
    // A visit that cannot be ended now ends by itself.
    if (outcome.kind !== "stopped") await reach(actions.leave({ organizationId }));
    else return outcome.failure;
    const settled = await reach(actions.settle({ providerId, jobId, organizationId, outcome }));
    // A client that has left the provider meanwhile has no row any more.
    if (!settled.ok && settled.failure.code !== "not_found") return settled.failure;
  }
  return null;
}

async function outcomeFor(
  vault: Vault,
  which: Job & { organizationId: string },
  content: BlueprintContent,
  actions: ApplyActions,
): Promise<BlueprintOutcome | { kind: "stopped"; failure: Failure }> {
  const once = () => sealing(applyUnasked(vault, which, content, actions));
  const first = await once();
  const answer = !first.ok && passing.includes(first.failure.code) ? await once() : first;
  if (answer.ok) return { kind: "done", result: answer.result };
  const { failure } = answer;
  if (stopping.includes(failure.code)) return { kind: "stopped", failure };
  const refusal = blueprintRefusals.find((one) => one === failure.code) ?? "needs_a_look";
  return { kind: "refused", refusal };
}
