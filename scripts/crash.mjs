// npm run crash: kills the server in the middle of writes, again and again, and looks for what it had acknowledged.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./lib/command.mjs";
import { crashImport } from "./lib/crash-import.mjs";
import { crashRotation } from "./lib/crash-rotation.mjs";
import { build, root } from "./lib/prepare.mjs";
import { run, Stop } from "./lib/run.mjs";
import { startServer } from "./lib/server.mjs";

const usage = `npm run crash [-- few | rotation | import]

Kills the server ten times while it writes to the embedded database, and counts what was lost of what it had
acknowledged.

  few       kills three times only, as npm test does
  rotation  kills at every point of a replacement of an organization's key, and opens everything after each
  import    kills in the middle of an import of ten thousand items, tries again, and counts what is there then`;

const kills = { all: 10, few: 3 };
const embedded = { DATABASE_URL: "", DATABASE_DRIVER: "pglite", RESEND_API_KEY: "" };
const others = { rotation: crashRotation, import: crashImport };
const script = (file) => ["--import", "tsx", file];
const tsconfig = { TSX_TSCONFIG_PATH: "tsconfig.scripts.json" };

/** Writes to the server until it is killed, 300 to 1,500 ms after its first answer. Gives what it acknowledged. */
async function writeAndKill(round, { folder, dataDir }) {
  const env = { ...embedded, LOG_LEVEL: "silent" };
  const server = await startServer({ dataDir, output: join(folder, "log"), env });
  const writer = spawn(process.execPath, script("scripts/crash/writer.ts"), {
    cwd: root,
    env: {
      ...process.env,
      ...tsconfig,
      ...embedded,
      DATA_DIR: dataDir,
      SERVER_URL: server.url,
      ROUND: `${round}`,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  writer.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  const ended = once(writer, "close");
  await Promise.race([once(writer.stdout, "data"), ended]);
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1200));
  process.kill(server.pid, "SIGKILL");
  await server.stop();
  await ended;
  const acknowledged = printed.split("\n").filter(Boolean);
  if (acknowledged.length === 0) throw new Stop("crash: the server acknowledged nothing");
  if (!existsSync(join(dataDir, "db.lock"))) throw new Stop("crash: the server left no lock behind");
  return acknowledged;
}

async function writtenThere({ dataDir }) {
  const { code, output } = await run(process.execPath, script("scripts/crash/check.ts"), {
    cwd: root,
    env: { ...tsconfig, ...embedded, DATA_DIR: dataDir },
    quiet: true,
  });
  if (code !== 0) throw new Stop(output);
  return JSON.parse(output.slice(output.indexOf("[")));
}

async function killAgainAndAgain(place, times) {
  const acknowledged = new Set();
  const lost = new Set();
  const duplicated = new Set();
  for (let round = 0; round < times; round++) {
    for (const email of await writeAndKill(round, place)) acknowledged.add(email);
    const found = await writtenThere(place);
    const whole = new Set(found.filter(({ isWhole }) => isWhole).map(({ email }) => email));
    for (const email of acknowledged) if (!whole.has(email)) lost.add(email);
    // What was not acknowledged may be there or not, but not in part, and not twice.
    for (const { email } of found) if (!whole.has(email)) duplicated.add(email);
  }
  return { acknowledged, lost, duplicated };
}

await runCommand({
  usage,
  takesArguments: true,
  async run([given]) {
    const what = given === "few" ? undefined : given;
    if (what !== undefined && !(what in others)) throw new Stop(`There is no crash ${what}.`);
    if (what === undefined) await build();
    const folder = mkdtempSync(join(tmpdir(), "trousseau-crash-"));
    try {
      if (what !== undefined) {
        const { line, isBad } = await others[what](folder, { ...embedded, ...tsconfig });
        console.log(`crash: ${line}`);
        process.exitCode = isBad ? 1 : 0;
        return;
      }
      const place = { folder, dataDir: join(folder, "data") };
      const times = given === "few" ? kills.few : kills.all;
      const { acknowledged, lost, duplicated } = await killAgainAndAgain(place, times);
      console.log(
        `crash: ${times} kills, ${acknowledged.size} acknowledged rows, ${lost.size} lost, ${duplicated.size} duplicated`,
      );
      process.exitCode = lost.size + duplicated.size > 0 ? 1 : 0;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});
