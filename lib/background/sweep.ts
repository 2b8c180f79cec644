import "server-only";
import { z } from "zod";
import type { Database, Tx } from "@/db/client";
import { emptyBucket } from "@/lib/background/empty-bucket";
import { jobActor } from "@/lib/domain/actor";
import { sweptEveryMs, sweptThings } from "@/lib/domain/terms";
import { enqueue } from "@/lib/jobs/enqueue";
import { defineJob } from "@/lib/jobs/job";
import { execute } from "@/lib/operations/command";
import { holdToPolicies } from "@/lib/operations/organization/hold-to-policies";
import { sweep } from "@/lib/operations/sweep/sweep";
import { endStaleVisits } from "@/lib/operations/visit/end-stale-visits";

type Db = Database | Tx;

/** What is tidied up, one thing after the other. Each says how many rows it took, and whether there are more. */
type Step = { name: string; run: (db: Db) => Promise<{ count: number; isMoreLikely: boolean }> };

// Things that have to be ended by a command, with events, come before the commands that delete what has ended.
const steps: Step[] = [
  { name: "stale_visits", run: (db) => execute(db, endStaleVisits, jobActor(), {}) },
  { name: "not_free_any_more", run: (db) => execute(db, holdToPolicies, jobActor(), {}) },
  ...sweptThings.map((what) => ({
    name: what,
    run: (db: Db) => execute(db, sweep, jobActor(), { what }),
  })),
  { name: "objects", run: emptyBucket },
];

/** Takes away what has been over for its term. It can be begun again at any point. */
export const sweepJob = defineJob({
  kind: "sweep",
  payload: z.null(),
  everyMs: sweptEveryMs,
  async run({ db, progress, goesOn }) {
    const swept: Record<string, number> = {};
    const failures: unknown[] = [];
    // What cannot be taken away now holds up nothing else that is due.
    const tryStep = ({ run }: Step) =>
      run(db).catch((error: unknown) => {
        failures.push(error);
        return { count: 0, isMoreLikely: false };
      });
    for (const [place, step] of steps.entries()) {
      let isMoreLikely = goesOn();
      while (isMoreLikely) {
        const { count, isMoreLikely: isMore } = await tryStep(step);
        swept[step.name] = (swept[step.name] ?? 0) + count;
        isMoreLikely = isMore && goesOn();
        await progress(place, steps.length);
      }
    }
    if (failures.length > 0) throw failures[0];
    return swept;
  },
});

/** Makes the waiting sweep due, or writes the first one. Each sweep writes the next one when it ends. */
export const askForSweep = (db: Db, now: Date): Promise<void> =>
  enqueue(db, [{ kind: "sweep", name: "sweep" }], now);
