import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBreaches } from "./breaches.mjs";
import { findChromium } from "./chromium.mjs";
import { fill } from "./fill.mjs";
import { findSecrets } from "./find-secrets.mjs";
import { build, root } from "./prepare.mjs";
import { recordRequests } from "./record-requests.mjs";
import { run } from "./run.mjs";
import { startServer } from "./server.mjs";

/**
 * Has somebody put one text into every secret field in Chromium, and looks for it in all that was sent, printed and kept.
 * Another text is put into each of these places on purpose, and has to be found there.
 *
 * @returns {Promise<{ walked: boolean, bytes: number, missed: string[],
 *   found: { place: string, file: string, secret: string, form: string }[] } | { missing: string }>} `missed`: where what
 *   was put on purpose is not found.
 */
export async function runCanary() {
  const chromium = await findChromium();
  if ("missing" in chromium) return chromium;
  await build();

  const folder = mkdtempSync(join(tmpdir(), "trousseau-canary-"));
  const within = (name) => join(folder, name);
  const [canary, planted] = [randomBytes(8), randomBytes(8)].map(
    (bytes) => `canary ${bytes.toString("hex")}`,
  );
  const dataDir = within("data");
  const own = { DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_DRIVER: "pglite", RESEND_API_KEY: "" };
  const texts = { CANARY: canary, CANARY_PLANTED: planted, CANARY_FOLDER: within("browser") };
  mkdirSync(texts.CANARY_FOLDER);
  try {
    const walked = await walk({ own, texts, chromium: chromium.path, within });
    appendFileSync(within("server.log"), `${planted}\n`);
    await fill("scripts/canary/dump.ts", { ...own, CANARY_PLANTED: planted, CANARY_DUMP: within("rows") });
    const made = JSON.parse(readFileSync(within("browser/made.json"), "utf8"));
    rmSync(within("browser/made.json"));
    const places = {
      requests: [within("requests")],
      logs: [within("server.log")],
      database: [within("rows"), dataDir],
      "browser storage": [within("browser")],
    };
    const searched = Object.entries(places).map(([place, files]) => ({
      place,
      ...findSecrets(files, [canary, ...made]),
      isMissed: findSecrets(files, [planted]).found.length === 0,
    }));
    return {
      walked,
      bytes: searched.reduce((sum, { bytes }) => sum + bytes, 0),
      missed: searched.filter(({ isMissed }) => isMissed).map(({ place }) => place),
      found: searched.flatMap(({ place, found }) =>
        found.map((each) => ({ place, ...each, file: each.file.slice(folder.length + 1) })),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The way through the pages, and whether it led to its end. */
async function walk({ own, texts, chromium, within }) {
  const breaches = await startBreaches();
  const requests = await recordRequests(within("requests"));
  try {
    // At the level at which the server says most.
    const env = { ...own, LOG_LEVEL: "trace", SIGNUPS: "open", HIBP_BASE_URL: breaches.url };
    const output = within("server.log");
    // Anybody may make an account once the instance has its administrator.
    await fill("scripts/journeys/fill.ts", { ...env, LOG_LEVEL: "silent" });
    const server = await startServer({
      dataDir: own.DATA_DIR,
      output,
      env: { ...env, APP_URL: requests.url },
    });
    requests.leadTo(Number(new URL(server.url).port));
    try {
      const args = ["test", "--config", "playwright.canary.config.ts"];
      const { code } = await run(process.execPath, ["node_modules/@playwright/test/cli.js", ...args], {
        cwd: root,
        env: { ...texts, CHROMIUM: chromium, BASE_URL: requests.url, DATA_DIR: own.DATA_DIR },
      });
      return code === 0;
    } finally {
      await server.stop();
    }
  } finally {
    await requests.stop();
    await breaches.stop();
  }
}
