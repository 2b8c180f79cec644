// npm run matrix: every operation, asked by every kind of actor, against the declared table.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./lib/command.mjs";
import { runVitest } from "./lib/vitest.mjs";

const usage = `npm run matrix

Runs every operation as every kind of actor, in a transaction that is taken back, and compares what each gets with the
table in test/matrix/rows.`;

await runCommand({
  usage,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "trousseau-matrix-"));
    const file = join(folder, "summary");
    const { failed } = await runVitest(["test/matrix"], { MATRIX_SUMMARY: file });
    const [requests, operations, actors] = failed > 0 ? [] : readFileSync(file, "utf8").split(" ");
    rmSync(folder, { recursive: true });
    const asked = `${requests} requests over ${operations} operations and ${actors} actors`;
    console.log(failed > 0 ? `matrix: ${failed} rows differ` : `matrix: ${asked}, all as declared`);
    process.exit(failed > 0 ? 1 : 0);
  },
});
