import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "./postgres.mjs";
import { runVitest } from "./vitest.mjs";

/**
 * Runs the tests of races on a real PostgreSQL: `TEST_POSTGRES_URL` if given, else one started for them.
 * A suite appends what it found to the file named by `RACES_SUMMARY`, one `rounds violations unlocked` a line.
 *
 * @param {{ part: number }} how one in so many rounds is played.
 * @returns {Promise<{ passed: number, failed: number, skipped: number, summary: string } | { missing: string }>}
 */
export async function runRaces({ part }) {
  const given = process.env.TEST_POSTGRES_URL;
  const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
  if ("missing" in postgres) return postgres;

  const folder = mkdtempSync(join(tmpdir(), "trousseau-races-"));
  const file = join(folder, "summary");
  try {
    const env = {
      TEST_POSTGRES_URL: postgres.url,
      RACES_SUMMARY: file,
      RACES_PART: `${part}`,
    };
    const counts = await runVitest(["--config", "vitest.races.config.ts"], env);
    return { ...counts, summary: summaryOf(file) };
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  }
}

function summaryOf(file) {
  const totals = [0, 0, 0];
  for (const line of readIfThere(file).split("\n").filter(Boolean)) {
    line.split(" ").forEach((number, i) => {
      totals[i] += Number(number);
    });
  }
  const [rounds, violations, unlocked] = totals;
  return `races: ${rounds} rounds, ${violations} violations; unlocked version: ${unlocked} violations`;
}

function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
