import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBreaches } from "./breaches.mjs";
import { findChromium } from "./chromium.mjs";
import { fill } from "./fill.mjs";
import { build, root } from "./prepare.mjs";
import { run } from "./run.mjs";
import { startServer } from "./server.mjs";

/**
 * Runs the journeys in Chromium, on an instance of the built application that has an administrator, and a provider that
 * was billed.
 *
 * @param {string[]} names of journeys; none means all.
 * @returns {Promise<{ passed: number, failed: number, skipped: number } | { missing: string }>}
 */
export async function runJourneys(names) {
  const chromium = await findChromium();
  if ("missing" in chromium) return chromium;
  await build();

  const folder = mkdtempSync(join(tmpdir(), "trousseau-journeys-"));
  const dataDir = join(folder, "data");
  const output = join(folder, "server.log");
  const report = join(folder, "report.json");
  const breaches = await startBreaches();
  const env = { LOG_LEVEL: "silent", SIGNUPS: "open", HIBP_BASE_URL: breaches.url };
  const own = { DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_DRIVER: "pglite", RESEND_API_KEY: "" };
  await fill("scripts/journeys/fill.ts", { ...env, ...own });
  const server = await startServer({ dataDir, output, name: "localhost", env });
  const tests = { CHROMIUM: chromium.path, JOURNEYS_REPORT: report };
  const instance = { BASE_URL: server.url, DATA_DIR: dataDir, SERVER_OUTPUT: output };
  try {
    const { code } = await run(process.execPath, ["node_modules/@playwright/test/cli.js", "test", ...names], {
      cwd: root,
      env: { ...tests, ...instance },
    });
    const counts = readCounts(report);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    await server.stop();
    await breaches.stop();
    rmSync(folder, { recursive: true });
  }
}

function readCounts(report) {
  try {
    const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, "utf8")).stats;
    if (flaky > 0) console.log(`journeys: ${flaky} passed at the second try only`);
    return { passed: expected + flaky, failed: unexpected, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
