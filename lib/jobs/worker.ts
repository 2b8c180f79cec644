import "server-only";
import { log } from "@/lib/log";
import { describeError } from "@/lib/log/describe-error";

/**
 * How often the worker looks for jobs that became due without a call, such as retries and jobs of other
 * processes.
 */
const intervalMs = 10_000;

/** Runs what is due of one kind, as long as `goesOn`, and says how many jobs there were. */
export type Lane = (goesOn: () => boolean) => Promise<number>;

type Worker = { wake: () => void; stop: () => Promise<void> };

// Next loads this file into several bundles; the process has one worker.
const slot = Symbol.for("trousseau.jobs");
const shared = globalThis as { [slot]?: Worker };

/**
 * Runs what is due now and from then on, until the returned function is called and has been waited for. Lanes do
 * not wait for each other: mail leaves while a long job runs.
 *
 * Stopping waits for the jobs that are under way and for no other.
 *
 * @param lanes see lanes.ts. Handed in, so that pages whose actions wake the worker do not carry what they need.
 */
export function startJobs(lanes: readonly Lane[]): () => Promise<void> {
  shared[slot] ??= makeWorker(lanes);
  return shared[slot].stop;
}

/** Has the worker look for jobs that were just committed. The caller does not wait, and it never throws. */
export function runJobsSoon(): void {
  shared[slot]?.wake();
}

function makeWorker(lanes: readonly Lane[]): Worker {
  const state = { isStopped: false };
  const loops = lanes.map((lane) => loopOf(lane, state));
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  const timer = setInterval(wake, intervalMs);
  timer.unref();
  wake();

  const stop = async () => {
    state.isStopped = true;
    clearInterval(timer);
    delete shared[slot];
    await Promise.all(loops.map((loop) => loop.ended()));
  };
  return { wake, stop };
}

function loopOf(lane: Lane, state: { isStopped: boolean }) {
  let isWanted = false;
  let round: Promise<void> | null = null;

  /** Runs until nothing is due. If somebody asks meanwhile, it looks once more. */
  async function runAll(): Promise<void> {
    let ran = 0;
    do {
      isWanted = false;
      ran = await lane(() => !state.isStopped);
    } while (!state.isStopped && (ran > 0 || isWanted));
  }

  const wake = () => {
    isWanted = true;
    if (round || state.isStopped) return;
    round = new Promise((resolve) => setImmediate(resolve))
      .then(runAll)
      .catch((error: unknown) => {
        // The database is away or refuses. The next look finds the jobs, because their rows are still there.
        log().error({ error: describeError(error) }, "jobs were not looked for");
      })
      .finally(() => {
        round = null;
        // Somebody asked after the last look.
        if (isWanted) wake();
      });
  };
  return { wake, ended: async () => await round };
}
