import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filled } from "@/scripts/bench/filled";
import { proofOf, readyToLogIn, signedIn, type Visitor, visitorOf } from "@/scripts/bench/signed-in";
import { build } from "../lib/prepare.mjs";
import { startServer } from "../lib/server.mjs";

const password = "brass key on a paper ring";
const logIns = 50;
/** How many pages one visitor is served at least while they run: none would mean that the log-ins hold all up. */
const limit = 5;

type Served = { status: number; milliseconds: number };

/** One page after another, for as long as something runs. */
async function visitDuring(running: Promise<unknown>, send: Visitor, path: string): Promise<Served[]> {
  let isOver = false;
  const over = running.finally(() => {
    isOver = true;
  });
  const served: Served[] = [];
  while (!isOver) {
    const begun = performance.now();
    const response = await send(path);
    await response.text();
    served.push({ status: response.status, milliseconds: performance.now() - begun });
  }
  await over;
  return served;
}

/** A log-in at a door that is full is told to come back: that is an answer, if it says when. */
const isAnswer = ({ status, headers }: Response) =>
  status === 200 || (status === 503 && headers.has("retry-after"));

async function measure(url: string, { provider, brett }: { provider: string; brett: string }) {
  const send = await signedIn(url, brett, password);
  const path = `${provider}/clients`;
  const alone = await visitDuring(new Promise((resolve) => setTimeout(resolve, 2000)), send, path);

  const proof = await proofOf(brett, password);
  const ready: (() => Promise<Response>)[] = [];
  for (let place = 0; place < logIns; place++) ready.push(await readyToLogIn(visitorOf(url), proof));
  const begun = performance.now();
  const running = Promise.all(ready.map((logIn) => logIn()));
  const meanwhile = await visitDuring(running, send, path);
  const seconds = (performance.now() - begun) / 1000;
  const answers = await running;

  const slowest = (pages: Served[]) => Math.max(...pages.map(({ milliseconds }) => milliseconds)).toFixed(0);
  const done = answers.filter(({ status }) => status === 200).length;
  return {
    lines: [
      `${meanwhile.length} pages served while ${logIns} log-ins ran in ${seconds.toFixed(1)} s (limit: at least ${limit})`,
      `the slowest page took ${slowest(meanwhile)} ms, and ${slowest(alone)} ms without them`,
      `${done} log-ins done, ${answers.length - done} told to come back`,
    ],
    ok:
      meanwhile.length >= limit && meanwhile.every(({ status }) => status === 200) && answers.every(isAnswer),
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
