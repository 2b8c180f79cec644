import "server-only";
import type { Database } from "@/db/client";
import { closeSharedDatabase, openSharedDatabase } from "@/db/index";
import { DatabaseRefused } from "@/db/open-migrated";
import { lanesOf } from "@/lib/background/lanes";
import { askForSweep } from "@/lib/background/sweep";
import { networkOf } from "@/lib/domain/network";
import { type Environment, environment, isDevelopment, shareWithNextAuth, WrongSettings } from "@/lib/env";
import { FolderRefused, prepareFolder } from "@/lib/folders";
import { ensureSetUpLink } from "@/lib/http/ensure-set-up-link";
import { standInPage } from "@/lib/http/stand-in-page";
import { startJobs } from "@/lib/jobs/worker";
import { logRequest, say } from "@/lib/log";
import { logPrinted } from "@/lib/log/printed";
import { type MachineApi, machineApi } from "@/lib/machine-api/app";
import { version } from "@/lib/version";

/** What scripts/serve.mjs, which no bundle contains, needs of the started application. */
export type StartedApplication = {
  environment: Environment;
  logRequest: typeof logRequest;
  logPrinted: typeof logPrinted;
  networkOf: typeof networkOf;
  standInPage: typeof standInPage;
  machineApi: MachineApi;
  /** Says a line to the person at the terminal. */
  say: typeof say;
  /** Prints what a person has to know once the server listens. */
  announce: () => Promise<void>;
  version: string;
  /** Ends the background work and closes the database. */
  stop: () => Promise<void>;
};

/** Left on the global object by scripts/serve.mjs, which waits for it to be called. */
const waiting = Symbol.for("trousseau.started");
const server = globalThis as { [waiting]?: (application: StartedApplication) => void };

/** Makes the application ready to answer. What prevents it is said, each in a line, and ends the process. */
export async function start(): Promise<void> {
  try {
    const application = await startApplication();
    server[waiting]?.(application);
  } catch (error) {
    sayWhyNot(error);
    await closeSharedDatabase();
    process.exit(1);
  }
}

async function startApplication(): Promise<StartedApplication> {
  const env = environment();
  shareWithNextAuth(env.appUrl);
  // Without the folder, mails would wait, and nobody would notice.
  if (env.mail.by === "file") prepareFolder(env.mail.folder);
  const db = await openSharedDatabase(env);
  await askForSweep(db, new Date());
  const stopJobs = startJobs(lanesOf(db, env));
  const stop = async () => {
    await stopJobs();
    await closeSharedDatabase();
  };

  const announce = () => announceFirstTimeSetup(db);
  if (isDevelopment) await announce();
  return {
    environment: env,
    logRequest,
    logPrinted,
    networkOf,
    standInPage,
    machineApi,
    say,
    announce,
    version,
    stop,
  };
}

/** On an instance without an administrator, prints the link that makes one. */
async function announceFirstTimeSetup(db: Database): Promise<void> {
  const link = await ensureSetUpLink(db);
  if (link) say(`First-time set-up: ${link}`);
}

function sayWhyNot(error: unknown): void {
  if (error instanceof WrongSettings) {
    say("Trousseau cannot start with these settings:");
    for (const sentence of error.sentences) say(`  ${sentence}`);
  } else {
    say(`Trousseau cannot start: ${error instanceof Error ? causeOf(error).message : error}`);
  }
}

/** The cause of the error: drizzle's message is only the statement, the driver's says what is wrong. */
function causeOf(error: Error): Error {
  if (error instanceof FolderRefused || error instanceof DatabaseRefused) return error;
  return error.cause instanceof Error ? causeOf(error.cause) : error;
}
