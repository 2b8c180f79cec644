import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { jobs } from "@/db/schema/jobs";
import { lanesOf } from "@/lib/background/lanes";
import { parseEnvironment } from "@/lib/env";
import { runDue } from "@/lib/jobs/run-due";
import { runJobsSoon, startJobs } from "@/lib/jobs/worker";
import type { Letter } from "@/lib/mail/letter";
import { mailNames } from "@/lib/mail/mail-folder";
import { mailJob } from "@/lib/mail/mail-job";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";

const dataDir = mkdtempSync(join(tmpdir(), "jobs-"));
const env = parseEnvironment({ DATA_DIR: dataDir });
let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openDatabase(env));
  await migrate(db);
});
afterAll(async () => {
  await close();
  rmSync(dataDir, { recursive: true });
});

const commitMailTo = (email: string) =>
  db.transaction((tx) =>
    queueMail(
      tx,
      { email, locale: "en" },
      { kind: "provider.removed", providerName: "My Provider" },
      new Date(),
    ),
  );
const delivered = () => mailNames(join(dataDir, "mail"));

test("mail that was committed before a crash leaves after the next start, later mail at once", async () => {
  await commitMailTo("brett.warden@provider.example");
  runJobsSoon();
  expect(await delivered()).toEqual([]);

  const stop = startJobs(lanesOf(db, env));
  await vi.waitFor(async () => expect(await delivered()).toHaveLength(1), 5000);

  await commitMailTo("betty.warden@provider.example");
  runJobsSoon();
  runJobsSoon();
  await vi.waitFor(async () => expect(await delivered()).toHaveLength(2), 5000);

  await stop();
  await commitMailTo("billy.warden@provider.example");
  runJobsSoon();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await delivered()).toHaveLength(2);
});

test("stopping waits for the mail that is under way, and leaves the others", async () => {
  await db.delete(jobs);
  for (const name of ["brett", "betty", "billy"]) await commitMailTo(`${name}.warden@provider.example`);
  const sent: string[] = [];
  const post = new EventEmitter();
  const underWay = once(post, "under way");
  const transport = async ({ to }: Letter) => {
    const arrival = once(post, "arrives");
    post.emit("under way");
    await arrival;
    sent.push(to);
  };
  const stop = startJobs([(goesOn) => runDue(db, mailJob(transport), { goesOn })]);
  await underWay;
  const stopped = stop().then(() => sent.length);
  post.emit("arrives");

  expect(await stopped).toBe(1);
  const rows = await db.select().from(jobs);
  expect(rows.filter(({ finishedAt }) => finishedAt)).toHaveLength(1);
  expect(
    rows.filter(({ finishedAt, attempts, leaseUntil }) => !finishedAt && !attempts && !leaseUntil),
  ).toHaveLength(2);
});

test("a process that does not deliver mail is not disturbed by it", () => {
  expect(() => runJobsSoon()).not.toThrow();
});

test("mail leaves while another kind of job runs", async () => {
  const done: string[] = [];
  const end = new EventEmitter();
  const ended = once(end, "end");
  const long = async () => {
    await ended;
    done.push("long");
    return 0;
  };
  const short = async () => {
    done.push("short");
    return 0;
  };
  const stop = startJobs([long, short]);
  await vi.waitFor(() => expect(done).toEqual(["short"]), 5000);
  runJobsSoon();
  await vi.waitFor(() => expect(done).toEqual(["short", "short"]), 5000);
  end.emit("end");
  await stop();
  expect(done).toContain("long");
});
