import { parseArgs } from "node:util";
import { createTranslator } from "next-intl";
import { type Database, openDatabase } from "@/db/client";
import { FolderInUse } from "@/db/lock";
import { migrate } from "@/db/migrate";
import { operatorActor } from "@/lib/domain/actor";
import { InviteProvider } from "@/lib/domain/provider/inputs";
import { type Environment, environment, WrongSetting } from "@/lib/env";
import { failureOf } from "@/lib/http/failure";
import { operatorBearer } from "@/lib/http/operator-bearer";
import type { ActionResult, Failure } from "@/lib/http/result";
import { english } from "@/lib/i18n/messages";
import { deliverDue } from "@/lib/mail/deliver-due";
import { transportOf } from "@/lib/mail/transport";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { execute } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";

const usage = `npm run provider:invite -- --email <owner> --teams-seats <n> --enterprise-seats <n> [--name <provider>]

Invites the owner of a new provider by mail. Use the settings of the server (DATA_DIR, DATABASE_URL, PORT).

  --email             the owner's e-mail address
  --teams-seats       the seat minimum for Teams, 0 or more
  --enterprise-seats  the seat minimum for Enterprise, 0 or more
  --name              the provider's name, 50 characters or fewer; its owner may choose it later`;

const complaints: Record<string, string> = {
  email: "--email takes one e-mail address.",
  name: "--name takes 50 characters or fewer.",
  teamsSeats: "--teams-seats takes a whole number, 0 or more.",
  enterpriseSeats: "--enterprise-seats takes a whole number, 0 or more.",
};

/** Something to tell whoever typed the command. */
class Complaint extends Error {}

function readOptions(args: string[]) {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      email: text,
      name: text,
      "teams-seats": text,
      "enterprise-seats": text,
      help: { type: "boolean" },
    },
  });
  if (values.help) return null;
  const seats = (given: string | undefined) => (given?.trim() ? Number(given) : undefined);
  const parsed = InviteProvider.safeParse({
    email: values.email,
    name: values.name ?? "",
    teamsSeats: seats(values["teams-seats"]),
    enterpriseSeats: seats(values["enterprise-seats"]),
  });
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => complaints[String(issue.path[0])]));
  throw new Complaint(`${[...wrong].join("\n")}\n\n${usage}`);
}

type Invitation = NonNullable<ReturnType<typeof readOptions>>;

async function inviteHere(db: Database, env: Environment, invitation: Invitation): Promise<void> {
  await migrate(db);
  const operator = operatorActor();
  // What was parsed is normalized, and a null name is the empty one of the form.
  await execute(db, inviteProvider, operator, { ...invitation, name: invitation.name ?? "" });
  const transport = transportOf(env.mail);
  while ((await deliverDue(db, new Date(), transport)) > 0);
}

/** The embedded database takes one process: the one that has it does the work. */
async function askServer({ host, port }: Environment, pid: number, invitation: Invitation): Promise<void> {
  const path = "/api/operator/provider-invitations";
  const address = `http://${{ "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? host}:${port}`;
  const body = JSON.stringify({ ...invitation, name: invitation.name ?? "" });
  const headers = {
    authorization: `Bearer ${operatorBearer({ path, body }, new Date())}`,
    "content-type": "application/json",
  };
  const response = await fetch(address + path, { method: "POST", headers, body }).catch(() => null);
  if (!response || response.status === 404)
    throw new Complaint(
      `Process ${pid} has the database open, but does not take the invitation at ${address}. ` +
        "Give this command the same DATA_DIR, PORT, HOST and APP_SECRET as the server.",
    );
  // The answer of our own server, of this version.
  const answer = (await response.json()) as ActionResult<unknown>;
  if (!answer.ok) throw new Complaint(inWords(answer.failure));
}

async function invite(invitation: Invitation): Promise<void> {
  const env = environment();
  const opened = await openDatabase(env).catch((error: unknown) => {
    if (error instanceof FolderInUse) return error;
    throw error;
  });
  if (opened instanceof FolderInUse) return askServer(env, opened.pid, invitation);
  try {
    await inviteHere(opened.db, env, invitation);
  } finally {
    await opened.close();
  }
}

const refusalText = createTranslator({ locale: "en", messages: english, namespace: "refusal" });
const inWords = ({ code, values = {} }: Failure) => refusalText(code, values);

function explain(error: unknown): string {
  if (error instanceof Complaint || error instanceof WrongSetting) return error.message;
  if (error instanceof Refused) return inWords(failureOf(error, inviteProvider.name));
  const isOfParseArgs =
    error instanceof Error && "code" in error && `${error.code}`.startsWith("ERR_PARSE_ARGS");
  if (isOfParseArgs) return `${error.message}\n\n${usage}`;
  throw error;
}

try {
  const invitation = readOptions(process.argv.slice(2));
  if (!invitation) console.log(usage);
  else {
    await invite(invitation);
    console.log(`${invitation.email} is invited to set up a provider. The link works for 5 days.`);
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
