import "server-only";
import { log } from "@/lib/log";
import { describeError } from "@/lib/log/describe-error";
import type { Delivery } from "@/lib/mail/delivery";

/** How often it is looked whether something became due without anybody saying so: retries, other processes. */
const intervalMs = 10_000;

type Worker = { wake: () => void; stop: () => Promise<void> };

// Next loads this file into several bundles; the process has one worker.
const slot = Symbol.for("trousseau.outbox");
const shared = globalThis as { [slot]?: Worker };

/**
 * Delivers what is due now and from then on, until the returned function is called and has been waited for.
 *
 * Stopping waits for the mail that is under way and for no other.
 *
 * @param deliver see delivery.ts. Handed in, so that pages whose
 *   actions wake the worker do not carry what draws mails.
 */
export function startOutbox(deliver: Delivery): () => Promise<void> {
  shared[slot] ??= makeWorker(deliver);
  return shared[slot].stop;
}

/** Delivers what was just committed, after the answer: it never waits and never fails. */
export function deliverSoon(): void {
  shared[slot]?.wake();
}

function makeWorker(deliver: Delivery): Worker {
  let isStopped = false;
  let isWanted = false;
  let round: Promise<void> | null = null;

  /** Until nothing is due. Whoever asks in the meantime is served by one more look. */
  async function deliverAll(): Promise<void> {
    let taken = 0;
    do {
      isWanted = false;
      taken = await deliver(() => !isStopped);
    } while (!isStopped && (taken > 0 || isWanted));
  }

  const wake = () => {
    isWanted = true;
    if (round || isStopped) return;
    round = new Promise((resolve) => setImmediate(resolve))
      .then(deliverAll)
      .catch((error: unknown) => {
        // The database is away or refuses. The rows are still there: the next look finds them.
        log().error({ error: describeError(error) }, "mail was not looked for");
      })
      .finally(() => {
        round = null;
        // Somebody asked after the last look.
        if (isWanted) wake();
      });
  };

  const timer = setInterval(wake, intervalMs);
  timer.unref();
  wake();

  const stop = async () => {
    isStopped = true;
    clearInterval(timer);
    delete shared[slot];
    await round;
  };
  return { wake, stop };
}
