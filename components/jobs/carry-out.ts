import { openBlueprint } from "@/components/blueprints/blueprints";
import { answerOf } from "@/components/blueprints/read-client";
import type { CarryOutActions } from "@/components/jobs/job-actions";
import { type JobClient, runBlueprints } from "@/components/jobs/run-blueprints";
import { sealing } from "@/components/vault/sealing";
import type { Failure } from "@/lib/http/result";
import type { Vault } from "@/lib/vault/vault";

/** How far a job has come in this tab. `gone`: its blueprint is, or cannot be read. */
export type CarryOutStep =
  | { at: "reading" }
  | { at: "elsewhere" }
  | { at: "gone" }
  | { at: "stopped"; failure: Failure }
  | { at: "running"; client: JobClient };

type Job = { providerId: string; jobId: string; blueprintId: string };

/**
 * Goes on with those clients of a job that wait, until none is left, something stands against all of them, or the page is
 * left: then after the client that is in hand. One tab at a time does it; another one waits for its turn.
 */
export async function carryOut(
  vault: Vault,
  job: Job,
  actions: CarryOutActions,
  signal: AbortSignal,
  tell: (step: CarryOutStep) => void,
): Promise<void> {
  const name = `trousseau-job-${job.jobId}`;
  const isMine = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work(vault, job, actions, signal, tell);
    return lock !== null;
  });
  if (isMine || signal.aborted) return;
  tell({ at: "elsewhere" });
  await navigator.locks
    .request(name, { signal }, () => work(vault, job, actions, signal, tell))
    .catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
}

async function work(
  vault: Vault,
  job: Job,
  actions: CarryOutActions,
  signal: AbortSignal,
  tell: (step: CarryOutStep) => void,
) {
  tell({ at: "reading" });
  const read = await sealing(readJob(vault, job, actions));
  if (!read.ok && read.failure.code === "not_found") return tell({ at: "gone" });
  if (!read.ok) return tell({ at: "stopped", failure: read.failure });
  const { content, clients } = read.result;
  if (!content) return tell({ at: "gone" });
  const failure = await runBlueprints(vault, job, clients, content, actions, signal, (client) =>
    tell({ at: "running", client }),
  );
  if (failure) tell({ at: "stopped", failure });
}

/** The blueprint, opened, and the clients that wait at this moment: another tab may have done some of them. */
async function readJob(vault: Vault, { providerId, jobId, blueprintId }: Job, actions: CarryOutActions) {
  const blueprint = await answerOf(actions.getBlueprint({ providerId, blueprintId }));
  const { content } = await openBlueprint(vault, { providerId, getKey: actions.getProviderKey, blueprint });
  const { rows } = await answerOf(actions.getJob({ providerId, jobId }));
  const clients = rows.flatMap(({ id, name, doneAt, refusal }) => (doneAt || refusal ? [] : [{ id, name }]));
  return { content, clients };
}
