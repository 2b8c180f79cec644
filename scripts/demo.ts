import { rmSync } from "node:fs";
import type { Database } from "@/db/client";
import { FolderInUse, takeLock } from "@/db/lock";
import { openMigrated } from "@/db/open-migrated";
import { users } from "@/db/schema/users";
import { beginNorthbeam } from "@/db/seed/northbeam/northbeam";
import { type LogIn, seedQuickstart } from "@/db/seed/quickstart";
import { type Environment, environment, WrongSettings } from "@/lib/env";
import { FolderRefused, prepareFolder } from "@/lib/folders";
import { runDue } from "@/lib/jobs/run-due";
import { fileTransport } from "@/lib/mail/file-transport";
import { mailJob } from "@/lib/mail/mail-job";

/** Of accounts that exist on this machine only, and printed wherever they are made. */
const password = "brass key on a paper ring";

/** People between two lines that say how far it is. */
const toldEvery = 20;

function tell(joined: number, ofAll: number): void {
  if (joined % toldEvery === 0 || joined === ofAll)
    console.log(`Filling the demo: ${joined} of ${ofAll} people`);
}

/** A scenario: how an empty instance is filled with it, and what is to be done afterwards. */
type Demo = { fill: (db: Database) => Promise<LogIn[]>; end: () => void };

/** What is begun has to end. It is begun before the database is opened. */
function begin(name: string | undefined): Demo {
  if (name !== "northbeam") return { fill: (db) => seedQuickstart(db, password), end: () => {} };
  const { fill, end } = beginNorthbeam();
  return { fill: (db) => fill(db, password, tell), end };
}

/** Deletes what an earlier demo left, unless it still runs. */
function clear({ database, dataDir, mail }: Environment): void {
  if (database.driver !== "pglite" || mail.by !== "file")
    throw new Error("The demo keeps its data and its mail in files.");
  prepareFolder(dataDir);
  const release = takeLock(database.lockFile);
  for (const folder of [database.folder, mail.folder]) rmSync(folder, { recursive: true, force: true });
  release();
}

async function fill(env: Environment, demo: Demo): Promise<void> {
  const { db, close } = await openMigrated(env);
  try {
    if ((await db.$count(users)) > 0) {
      console.log(`The demo is as you left it. The master password was: ${password}`);
      return;
    }
    const logIns = await demo.fill(db);
    demo.end();
    if (env.mail.by === "file") {
      // Nearly all links are used up by now: they are to be seen at /admin/mail, and not on the terminal.
      await runDue(db, mailJob(fileTransport(env.mail.folder, () => {})));
    }
    console.log(`\nLog in at ${env.appUrl} with the master password: ${password}\n`);
    for (const { email, is, appKey } of logIns)
      console.log(
        `  ${email.padEnd(42)} ${is}${appKey ? `\n${"".padEnd(44)}authenticator key ${appKey}` : ""}`,
      );
    if (logIns.some(({ appKey }) => appKey))
      console.log("\nAn authenticator app takes a key that is typed, and shows the codes of that log-in.");
    console.log("");
  } finally {
    await close();
  }
}

try {
  const env = environment();
  const args = process.argv.slice(2);
  if (!args.includes("--keep")) clear(env);
  const demo = begin(args.find((arg) => arg !== "--keep"));
  await fill(env, demo).finally(demo.end);
} catch (error) {
  if (error instanceof FolderInUse)
    console.error(`A demo is running already, as process ${error.pid}. Stop it first.`);
  else if (error instanceof WrongSettings || error instanceof FolderRefused) console.error(error.message);
  else throw error;
  process.exitCode = 1;
}
