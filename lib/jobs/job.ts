import type { z } from "zod";
import type { Database, Tx } from "@/db/client";
import type { PrincipalKind } from "@/lib/domain/actor";
import type { JobId, OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { JobKindName } from "@/lib/domain/job";

/** What a job is given to do its work with. */
export type JobRun<Payload> = {
  db: Database | Tx;
  id: JobId;
  /** The tenant that it is done for, if any. */
  tenant: { organizationId: OrganizationId | null; providerId: ProviderId | null };
  /** Who asked for it: `job` is the instance itself. */
  askedBy: { kind: PrincipalKind; id: string | null };
  payload: Payload;
  createdAt: Date;
  /**
   * Says how far it has come, and keeps the job for this process a while longer. To be called more often than
   * every five minutes.
   *
   * @throws {LeaseLost} when another process has it by now.
   */
  progress: (done: number, total: number) => Promise<void>;
  /** False when the process is stopping. Work that can wait is then left for later. */
  goesOn: () => boolean;
};

/**
 * A kind of job. It may be run again after a crash or a failure, so `run` leaves the same behind however often it
 * is begun. It has no rule of its own: what needs one is a command, which it runs as an actor.
 */
export type Job<Schema extends z.ZodType> = {
  kind: JobKindName;
  payload: Schema;
  /** For a kind of which there is always one: how long after the end of one the next is due, in milliseconds. */
  everyMs?: number;
  /** What it answers is kept with the job, as JSON. */
  run: (job: JobRun<z.output<Schema>>) => Promise<object | null>;
};

export const defineJob = <Schema extends z.ZodType>(job: Job<Schema>): Job<Schema> => job;

/**
 * The work could not be done now. `reason` is for the operator: a word and a number, and nothing from the
 * payload.
 */
export class NotDone extends Error {
  override name = "NotDone";
  constructor(
    readonly reason: string,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(reason);
  }
}
