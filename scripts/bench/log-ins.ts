import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filled } from "@/scripts/bench/filled";
import { proofOf, readyToLogIn, signedIn, type Visitor, visitorOf } from "@/scripts/bench/signed-in";
import { build } from "../lib/prepare.mjs";
import { startServer } from "../lib/server.mjs";

const password = "brass key on a paper ring";
const logIns = 50;
/** How many of them may be answered while a page is waited for. All would mean that they hold the page up. */
const limit = 40;

type Served = { status: number; overtakenBy: number };

/** One page after another until all log-ins are answered, and how many were while each page was waited for. */
async function visitDuring(running: Promise<Response>[], send: Visitor, path: string): Promise<Served[]> {
  let answered = 0;
  for (const logIn of running) void logIn.then(() => (answered += 1));
  const served: Served[] = [];
  while (answered < running.length) {
    const before = answered;
    const response = await send(path);
    await response.text();
    served.push({ status: response.status, overtakenBy: answered - before });
  }
  return served;
}

/** A log-in at a door that is full is told to come back: that is an answer, if it says when. */
const isAnswer = ({ status, headers }: Response) =>
  status === 200 || (status === 503 && headers.has("retry-after"));

async function measure(url: string, { provider, brett }: { provider: string; brett: string }) {
  const send = await signedIn(url, brett, password);
  const path = `${provider}/clients`;
  // The first request of a page loads its code.
  await (await send(path)).text();

  const proof = await proofOf(brett, password);
  const ready: (() => Promise<Response>)[] = [];
  for (let place = 0; place < logIns; place++) ready.push(await readyToLogIn(visitorOf(url), proof));
  const running = ready.map((logIn) => logIn());
  const pages = await visitDuring(running, send, path);
  const answers = await Promise.all(running);

  const most = Math.max(...pages.map(({ overtakenBy }) => overtakenBy));
  const done = answers.filter(({ status }) => status === 200).length;
  return {
    lines: [
      `${pages.length} pages served while ${logIns} log-ins ran, each overtaken by at most ${most} of them (limit ${limit})`,
      `${done} log-ins done, ${answers.length - done} told to come back`,
    ],
    ok: most <= limit && pages.every(({ status }) => status === 200) && answers.every(isAnswer),
  };
}

/** On the embedded database, whose one connection a log-in could hold up for all. */
export async function run() {
  await build();
  const folder = mkdtempSync(join(tmpdir(), "trousseau-log-ins-"));
  const dataDir = join(folder, "data");
  process.env.DATA_DIR = dataDir;
  const places = await filled({ DATA_DIR: dataDir }, password);
  const server = await startServer({ dataDir, output: join(folder, "log"), env: { LOG_LEVEL: "warn" } });
  try {
    return await measure(server.url, places);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
