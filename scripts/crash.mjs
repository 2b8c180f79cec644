// npm run crash: kills a writer in the middle of its work, again and again, and looks for what it had acknowledged.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./lib/prepare.mjs";
import { run, Stop } from "./lib/run.mjs";

const kills = 10;
const dataDir = mkdtempSync(join(tmpdir(), "trousseau-crash-"));
const env = { DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_DRIVER: "pglite" };
const script = (file) => ["--import", "tsx", file];
const tsconfig = { TSX_TSCONFIG_PATH: "tsconfig.scripts.json" };

/** Writes until killed, 300 to 1,500 ms after the first acknowledged row. Gives what was acknowledged. */
async function writeAndKill(firstId) {
  const child = spawn(process.execPath, script("scripts/crash/writer.ts"), {
    cwd: root,
    env: { ...process.env, ...tsconfig, ...env, FIRST_ID: `${firstId}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  const ended = once(child, "close");
  await Promise.race([once(child.stdout, "data"), ended]);
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1200));
  child.kill("SIGKILL");
  await ended;
  // The last line counts only if all of it was printed.
  const acknowledged = printed.split("\n").slice(0, -1);
  if (acknowledged.length === 0) throw new Stop("crash: the writer did not write");
  if (!existsSync(join(dataDir, "db.lock"))) throw new Stop("crash: the writer left no lock behind");
  return acknowledged;
}

async function rowsThere() {
  const { code, output } = await run(process.execPath, script("scripts/crash/check.ts"), {
    cwd: root,
    env: { ...tsconfig, ...env },
    quiet: true,
  });
  if (code !== 0) throw new Stop(output);
  return JSON.parse(output.slice(output.indexOf("[")));
}

const acknowledged = new Set();
const lost = new Set();
const duplicated = new Set();
try {
  for (let kill = 0; kill < kills; kill++) {
    for (const id of await writeAndKill(1 + kill * 1_000_000)) acknowledged.add(id);
    const rows = await rowsThere();
    const whole = new Set(
      rows.filter(({ times, halves }) => times === 1 && halves === 1).map(({ id }) => id),
    );
    for (const id of acknowledged) if (!whole.has(id)) lost.add(id);
    // A transaction that was not acknowledged may be there or not, but not in part, and not twice.
    for (const { id } of rows) if (!whole.has(id)) duplicated.add(id);
  }
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exit(1);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

console.log(
  `crash: ${kills} kills, ${acknowledged.size} acknowledged rows, ${lost.size} lost, ${duplicated.size} duplicated`,
);
process.exit(lost.size + duplicated.size > 0 ? 1 : 0);
