import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { fill } from "./fill.mjs";
import { build, root } from "./prepare.mjs";
import { run } from "./run.mjs";
import { startServer } from "./server.mjs";

/**
 * Drives the web client in Chromium against a server whose answers were altered on the way. Each attack appends
 * a line to the file named by `HOSTILE_SUMMARY`.
 *
 * @param {string[]} names of files of attacks; none means all.
 * @returns {Promise<{ passed: number, failed: number, skipped: number, summary: string } | { missing: string }>}
 */
export async function runHostile(names) {
  const chromium = await findChromium();
  if ("missing" in chromium) return chromium;
  await build();

  const folder = mkdtempSync(join(tmpdir(), "trousseau-hostile-"));
  const [dataDir, output] = [join(folder, "data"), join(folder, "server.log")];
  const [report, summary, world] = ["report.json", "summary", "world.json"].map((name) => join(folder, name));
  const instance = {
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    DATABASE_DRIVER: "pglite",
    RESEND_API_KEY: "",
    LOG_LEVEL: "silent",
  };
  try {
    await fill("scripts/hostile/fill.ts", { ...instance, HOSTILE_WORLD: world });
    const server = await startServer({ dataDir, output, env: instance });
    try {
      const args = ["test", "--config", "playwright.hostile.config.ts", ...names];
      const { code } = await run(process.execPath, ["node_modules/@playwright/test/cli.js", ...args], {
        cwd: root,
        env: {
          CHROMIUM: chromium.path,
          JOURNEYS_REPORT: report,
          BASE_URL: server.url,
          HOSTILE_WORLD: world,
          HOSTILE_SUMMARY: summary,
        },
      });
      const counts = readCounts(report);
      const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
      return { ...counts, failed, summary: summaryOf(counts, summary) };
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summaryOf({ attacks, refused }, file) {
  const secrets = readIfThere(file)
    .split("\n")
    .filter(Boolean)
    .reduce((sum, line) => sum + JSON.parse(line).secrets, 0);
  return `hostile: ${attacks} attacks, ${refused} refused or shown, ${secrets} secrets sent`;
}

/** Of the report: what the honest part came to counts as tests, and not as attacks. */
function readCounts(file) {
  const found = { passed: 0, failed: 0, skipped: 0, attacks: 0, refused: 0 };
  const count = ({ suites = [], specs = [] }) => {
    suites.forEach(count);
    for (const { tests } of specs)
      for (const { projectName, status } of tests) {
        if (status === "skipped") found.skipped += 1;
        else if (status === "expected") found.passed += 1;
        else found.failed += 1;
        if (projectName !== "hostile" || status === "skipped") continue;
        found.attacks += 1;
        if (status === "expected") found.refused += 1;
      }
  };
  try {
    count(JSON.parse(readFileSync(file, "utf8")));
    return found;
  } catch {
    return { ...found, failed: 1 };
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
