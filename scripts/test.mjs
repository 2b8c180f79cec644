// npm test: everything that is checked, stage by stage. Needs nothing but Node.
import { runCommand } from "./lib/command.mjs";
import { runHostile } from "./lib/hostile.mjs";
import { runJourneys } from "./lib/journeys.mjs";
import { checkNode, install, root } from "./lib/prepare.mjs";
import { runRaces } from "./lib/races.mjs";
import { run, Stop } from "./lib/run.mjs";
import { runVitest } from "./lib/vitest.mjs";

const usage = `npm test

Checks everything, stage by stage: types, style, documents, units, races, crashes, journeys, a hostile server. It ends
with "N passed, N failed". Parts of it: npm run unit, races, crash, journeys, hostile.`;

/** @typedef {{ passed: number, failed: number, skipped?: number, why?: string }} Counts */

const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });
const notRun = (why) => ({ passed: 0, failed: 0, skipped: 1, why });
const node = (script, ...args) => run(process.execPath, [`node_modules/${script}`, ...args], { cwd: root });

/** Whether `npm ci` would accept the lockfile on every platform. */
async function lockfile() {
  const { code, output } = await run("npm", ["ci", "--dry-run"], { quiet: true, cwd: root });
  const missing = output.split("\n").filter((line) => line.includes("Missing"));
  if (missing.length > 0) console.log(missing.join("\n"));
  return one(code === 0 && missing.length === 0);
}

async function types() {
  const routes = await node("next/dist/bin/next", "typegen");
  if (routes.code !== 0) return one(false);
  return one((await node("typescript/bin/tsc", "--noEmit")).code === 0);
}

const lint = async () => one((await node("@biomejs/biome/bin/biome", "ci")).code === 0);
const docs = async () =>
  one(
    (await node("tsx/dist/cli.mjs", "--tsconfig", "tsconfig.scripts.json", "scripts/check-docs.ts")).code ===
      0,
  );

async function races() {
  // All the rounds are played by `npm run races` alone, so that this stays under half an hour on two cores.
  const counts = await runRaces({ part: 16 });
  if ("missing" in counts) return notRun(counts.missing);
  console.log(counts.summary);
  return counts;
}

/** Ten times, and in other moments, by `npm run crash` alone. */
async function crashes() {
  return one((await run(process.execPath, ["scripts/crash.mjs", "few"], { cwd: root })).code === 0);
}

async function journeys() {
  // The long ones are walked by `npm run journeys` alone, for the same reason.
  const counts = await runJourneys(["--grep-invert", "@long"]);
  return "missing" in counts ? notRun(counts.missing) : counts;
}

async function hostile() {
  const counts = await runHostile([]);
  if ("missing" in counts) return notRun(counts.missing);
  console.log(counts.summary);
  return counts;
}

/** A failure of the first ones makes the rest pointless. */
const stages = [
  { name: "lockfile", check: lockfile },
  { name: "types", check: types, needed: true },
  { name: "lint", check: lint },
  { name: "documents", check: docs },
  { name: "structure, units, operations", check: () => runVitest([]) },
  { name: "races", check: races },
  { name: "crashes", check: crashes },
  { name: "journeys", check: journeys },
  { name: "a hostile server", check: hostile },
];

async function runStage({ name, check }) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const counts = await check().catch((error) => {
    console.error(error instanceof Stop ? error.message : error);
    return one(false);
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
  const why = counts.why ? `: ${counts.why}` : "";
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed${skipped}${why} (${seconds} s)`);
  return counts;
}

/** @returns {Promise<Counts>} */
async function runAll() {
  const total = { passed: 0, failed: 0 };
  for (const stage of stages) {
    const { passed, failed } = await runStage(stage);
    total.passed += passed;
    total.failed += failed;
    if (stage.needed && failed > 0) break;
  }
  return total;
}

await runCommand({
  usage,
  async run() {
    try {
      process.chdir(root);
      checkNode();
      await install();
    } catch (error) {
      console.error(error instanceof Stop ? error.message : error);
      console.log("0 passed, 1 failed");
      process.exit(1);
    }
    const { passed, failed } = await runAll();
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exit(failed > 0 ? 1 : 0);
  },
});
