import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../lib/postgres.mjs";
import { build } from "../lib/prepare.mjs";
import { startServer } from "../lib/server.mjs";

/** Seconds to the first answer, and resident memory three seconds later, of one fresh process. */
async function measure(env: Record<string, string>, times: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-start-"));
  const figures: string[] = [];
  try {
    for (let start = 0; start < times; start++) {
      const begun = performance.now();
      const server = await startServer({
        dataDir: join(folder, "data"),
        output: join(folder, "log"),
        env: { LOG_LEVEL: "silent", ...env },
      });
      await fetch(`${server.url}/api/ready`);
      const seconds = (performance.now() - begun) / 1000;
      await new Promise((resolve) => setTimeout(resolve, 3000));
      figures.push(`${seconds.toFixed(1)} s to ready, ${residentMegabytes(server.pid)} MB idle`);
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return figures;
}

function residentMegabytes(pid: number): string {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return (Number(kilobytes) / 1024).toFixed(0);
  } catch {
    return "unknown (this system tells it elsewhere)";
  }
}

export async function run() {
  await build();
  const [first, again] = await measure({}, 2);
  const lines = [`PGlite, first start: ${first}`, `PGlite, again: ${again}`];
  const postgres = await startPostgres();
  if ("missing" in postgres)
    return { lines: [...lines, `PostgreSQL: not measured, ${postgres.missing}`], ok: true };
  try {
    const [fresh, warm] = await measure({ DATABASE_URL: postgres.url }, 2);
    lines.push(`PostgreSQL, first start: ${fresh}`, `PostgreSQL, again: ${warm}`);
  } finally {
    await postgres.stop();
  }
  return { lines, ok: true };
}
