import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officialSteps } from "./official-steps.mjs";
import { build, checkNode, install, root } from "./prepare.mjs";
import { run, Stop } from "./run.mjs";
import { startServer } from "./server.mjs";

/** Versions that still speak http, as an instance on this machine does. */
const tried = ["2024.12.0", "2025.4.0"];

/** How long one call may take: the key of the master password is derived in JavaScript. */
const patience = 60_000;

/**
 * Drives each version through all steps, each with a log-in of its own, on one instance.
 *
 * @param {string[]} asked versions; those of above where there is none.
 */
export async function runOfficial(asked) {
  process.chdir(root);
  checkNode();
  await install();
  await build();
  const found = { steps: 0, versions: 0, failed: [], missing: [] };
  const folder = mkdtempSync(join(tmpdir(), "trousseau-official-"));
  try {
    const server = await filledServer(folder);
    try {
      for (const version of asked.length > 0 ? asked : tried) await drive(version, { folder, server, found });
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
}

/** An instance with the people and the client of the demo. */
async function filledServer(folder) {
  const dataDir = join(folder, "data");
  mkdirSync(dataDir);
  const env = { DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_DRIVER: "", RESEND_API_KEY: "" };
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const filling = [tsx, "--tsconfig", "tsconfig.scripts.json", "scripts/demo.ts"];
  const { code, output } = await run(process.execPath, filling, {
    cwd: root,
    env: { ...env, PORT: "1", APP_URL: "http://127.0.0.1" },
    quiet: true,
  });
  if (code !== 0) throw new Stop(`${output}\nThe instance could not be filled.`);
  return startServer({ dataDir, output: join(folder, "server.log"), env });
}

async function drive(version, { folder, server, found }) {
  const home = join(folder, version);
  const program = await installed(version);
  if (typeof program !== "string") return void found.missing.push({ version, why: program.why });
  found.versions += 1;
  mkdirSync(home);
  // Without it, the first call would ask a server of its makers for its settings.
  const urls = { base: server.url };
  const environment = { region: "Self-hosted", urls };
  writeFileSync(
    join(home, "data.json"),
    JSON.stringify({ stateVersion: 70, global_environment_environment: environment }),
  );
  const bw = commandLine(program, home);
  const known = {};
  for (const [step, act] of officialSteps) {
    found.steps += 1;
    try {
      await act({ bw, known, home });
      console.log(`official: ${version}: ${step}`);
    } catch (error) {
      found.failed.push({ version, step, why: error instanceof Error ? error.message : `${error}` });
      return;
    }
  }
}

/** The program of a version, from a folder of its own: it is no dependency of ours. */
async function installed(version) {
  const at = join(root, ".cache/official", version);
  const program = join(at, "node_modules/@bitwarden/cli/build/bw.js");
  if (existsSync(program)) return program;
  mkdirSync(at, { recursive: true });
  const options = ["--prefix", at, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"];
  const { code, output } = await run("npm", ["install", ...options, `@bitwarden/cli@${version}`], {
    quiet: true,
    timeout: 300_000,
  });
  if (code === 0 && existsSync(program)) return program;
  rmSync(at, { recursive: true, force: true });
  return { why: output.trim().split("\n").at(-1) ?? "npm said nothing" };
}

/** Runs one call; answers what it printed. @throws with what it said where it failed, unless that is `expected`. */
const commandLine =
  (program, home) =>
  async (args, { session = "", fails = false } = {}) => {
    const { code, output } = await run(process.execPath, [program, ...args, "--nointeraction"], {
      quiet: true,
      timeout: patience,
      cwd: home,
      env: { BITWARDENCLI_APPDATA_DIR: home, BW_SESSION: session, NODE_NO_WARNINGS: "1" },
    });
    if ((code !== 0) !== fails)
      throw new Error(`bw ${args[0]} ${args[1] ?? ""}: ${output.trim().slice(-400)}`);
    return output;
  };
