import "server-only";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { sweepJob } from "@/lib/background/sweep";
import type { BillingSettings, MailSettings } from "@/lib/env";
import type { Job } from "@/lib/jobs/job";
import { runDue } from "@/lib/jobs/run-due";
import type { Lane } from "@/lib/jobs/worker";

/** Every kind of job that a server runs. What a kind needs is loaded with its first run, not with the server. */
export const lanesOf = (db: Database, settings: { mail: MailSettings; billing: BillingSettings }): Lane[] => [
  laneOf(db, async () => {
    const [{ mailJob }, { transportOf }] = await Promise.all([
      import("@/lib/mail/mail-job"),
      import("@/lib/mail/transport"),
    ]);
    return mailJob(transportOf(settings.mail));
  }),
  laneOf(db, async () => {
    const [{ collectJob }, { gatewayOf }] = await Promise.all([
      import("@/lib/background/collect"),
      import("@/lib/billing/gateway-of"),
    ]);
    return collectJob(await gatewayOf(settings.billing));
  }),
  laneOf(db, async () => sweepJob),
];

function laneOf<Schema extends z.ZodType>(db: Database, load: () => Promise<Job<Schema>>): Lane {
  let job: Promise<Job<Schema>> | undefined;
  return async (goesOn) => {
    job ??= load();
    return runDue(db, await job, { goesOn });
  };
}
