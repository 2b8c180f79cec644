import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, Stop } from "./run.mjs";
import { makeWasm } from "./wasm.mjs";

const oldestNode = [20, 19];
const installMark = "node_modules/.trousseau-lock";
const buildMark = ".next/trousseau-build";

/** What a build is made of. */
const sources = ["app", "components", "db", "lib", "public"];
const sourceFiles = [
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
];
const notBuilt = /\.(test|md)\.|\.test-|^\./;

export const root = join(import.meta.dirname, "../..");

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Stop(`Trousseau needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`);
}

/** Installs the dependencies when the lockfile says something else than what is there. */
export async function install() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const mark = hash([lock]);
  if (read(installMark) === mark) return;
  if (!isInstalled(lock)) {
    console.log("Installing…");
    const { code } = await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], { cwd: root });
    if (code !== 0) throw new Stop("The dependencies could not be installed.");
  }
  writeFileSync(join(root, installMark), mark);
}

/** Whether npm's own record of the folder agrees with the lockfile, apart from what depends on the platform. */
function isInstalled(lock) {
  const record = read("node_modules/.package-lock.json");
  if (!record) return false;
  const there = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lock).packages)
    .filter(
      ([path, { optional, extraneous, os, cpu }]) => path !== "" && !(optional || extraneous || os || cpu),
    )
    .every(([path, { version }]) => there[path]?.version === version);
}

/** Builds when a source changed since the last build. */
export async function build() {
  await makeWasm();
  const mark = hash(sourcesOf(root));
  if (read(buildMark) === mark) return;
  console.log("Building…");
  const { code, output } = await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    cwd: root,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    quiet: true,
  });
  if (code !== 0) throw new Stop(`${output}\nThe build failed.`);
  mkdirSync(join(root, ".next"), { recursive: true });
  writeFileSync(join(root, buildMark), mark);
}

function sourcesOf(folder) {
  const inFolders = sources
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) => readdirSync(join(folder, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !notBuilt.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = [...inFolders, ...sourceFiles.map((name) => join(folder, name)).filter(existsSync)].sort();
  return files.flatMap((file) => [file.slice(folder.length), readFileSync(file)]);
}

function hash(parts) {
  const all = createHash("sha256");
  for (const part of parts) all.update(`${part.length} `).update(part);
  return all.digest("hex");
}

function read(file) {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : null;
}
