import { existsSync } from "node:fs";
import { answers, isRoot, run } from "./run.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/**
 * Finds a Chromium for the journeys, or installs one.
 *
 * @returns {Promise<{ path: string } | { missing: string }>} why there is none.
 */
export async function findChromium() {
  const path =
    usual.find(existsSync) ?? (await downloaded()) ?? (await download()) ?? (await installPackage());
  return path
    ? { path }
    : { missing: "Chromium is not installed, cannot be downloaded, and apt-get did not install it" };
}

/** Playwright's own, where it was downloaded and runs (it needs libraries that may be missing). */
async function downloaded() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) && (await answers(path, "--version")) ? path : undefined;
}

async function download() {
  console.log("Downloading Chromium (npx playwright install chromium)…");
  await run("npx", ["playwright", "install", "chromium"], { quiet: true, timeout: 180_000 });
  return downloaded();
}

async function installPackage() {
  if (!isRoot() || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installing Chromium (apt-get install chromium)…");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { quiet: true, env });
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { quiet: true, env });
  return usual.find(existsSync);
}
