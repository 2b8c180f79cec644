import { createTranslator } from "next-intl";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { FolderInUse } from "@/db/lock";
import { DatabaseRefused, openMigrated } from "@/db/open-migrated";
import { failureOf } from "@/lib/answer/failure";
import { operatorActor } from "@/lib/domain/actor";
import { type Environment, environment, WrongSettings } from "@/lib/env";
import { FolderRefused } from "@/lib/folders";
import { operatorBearer } from "@/lib/http/operator-bearer";
import type { ActionResult, Failure } from "@/lib/http/result";
import { english } from "@/lib/i18n/messages";
import { runDue } from "@/lib/jobs/run-due";
import { mailJob } from "@/lib/mail/mail-job";
import { transportOf } from "@/lib/mail/transport";
import { type Command, execute } from "@/lib/operations/command";
import { InvalidFields, Refused } from "@/lib/operations/errors";
import { runCommand } from "./command.mjs";
import { Stop } from "./run.mjs";

/** Something to tell whoever typed the command. */
export class Complaint extends Error {}

/** A command that the operator may run, and where the running server takes it. */
type Deed<Schema extends z.ZodType, Standing, Result> = {
  command: Command<Schema, Standing, Result>;
  path: `/api/operator/${string}`;
  input: z.input<Schema>;
};

/** Runs a command as the operator: here, or in the server, where that has the embedded database open. */
export async function runAsOperator<Schema extends z.ZodType, Standing, Result>(
  deed: Deed<Schema, Standing, Result>,
): Promise<Result> {
  const env = environment();
  const opened = await openMigrated(env).catch((error: unknown) => {
    if (error instanceof FolderInUse) return error;
    throw error;
  });
  if (opened instanceof FolderInUse) return askServer(env, opened.pid, deed);
  try {
    return await runHere(opened.db, env, deed);
  } finally {
    await opened.close();
  }
}

async function runHere<Schema extends z.ZodType, Standing, Result>(
  db: Database,
  env: Environment,
  { command, input }: Deed<Schema, Standing, Result>,
): Promise<Result> {
  const result = await execute(db, command, operatorActor(), input);
  await runDue(db, mailJob(transportOf(env.mail)));
  return result;
}

/** The embedded database takes one process: the one that has it does the work. */
async function askServer<Schema extends z.ZodType, Standing, Result>(
  { host, port }: Environment,
  pid: number,
  { path, input }: Deed<Schema, Standing, Result>,
): Promise<Result> {
  const address = `http://${{ "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? host}:${port}`;
  const body = JSON.stringify(input);
  const headers = {
    authorization: `Bearer ${operatorBearer({ path, body }, new Date())}`,
    "content-type": "application/json",
  };
  const response = await fetch(address + path, { method: "POST", headers, body }).catch(() => null);
  if (!response || response.status === 404)
    throw new Complaint(
      `Process ${pid} has the database open, but does not take the command at ${address}. ` +
        "Give this command the same DATA_DIR, PORT, HOST and APP_SECRET as the server.",
    );
  if (response.status === 503) throw new Complaint("The server is busy. Try again in a few seconds.");
  // The answer of our own server, of this version.
  const answer = (await response.json()) as ActionResult<Result>;
  if (!answer.ok) throw new Complaint(inWords(answer.failure));
  return answer.result;
}

const refusalText = createTranslator({ locale: "en", messages: english, namespace: "refusal" });
const inWords = ({ code, values = {} }: Failure) => refusalText(code, values);

/** Runs a command of the operator to its end: what it returns is said, and what it complains of. */
export const commandLine = (usage: string, run: (args: string[]) => Promise<string>): Promise<void> =>
  runCommand({
    usage,
    takesArguments: true,
    async run(args) {
      try {
        console.log(await run(args));
      } catch (error) {
        throw new Stop(explain(error, usage));
      }
    },
  });

function explain(error: unknown, usage: string): string {
  const said = [Complaint, WrongSettings, DatabaseRefused, FolderRefused];
  if (error instanceof Error && said.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof Refused || error instanceof InvalidFields)
    return inWords(failureOf(error, "command line"));
  const isOfParseArgs =
    error instanceof Error && "code" in error && `${error.code}`.startsWith("ERR_PARSE_ARGS");
  if (isOfParseArgs) return `${error.message}\n\n${usage}`;
  throw error;
}
