import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { bundle } from "@/e2e/known-answers/bundle";
import {
  type DecryptFigures,
  itemCount,
  measureByTurns,
  prepareDecrypt,
  ways,
} from "@/scripts/bench/decrypt-measure";

const installedChromium = "/usr/bin/chromium";
/** Nothing listens there: a loopback address is what makes WebCrypto available to the page. */
const origin = "http://127.0.0.1:9";

/** Opens 10,000 items of five fields in this process, in both ways. */
async function decryptBench(): Promise<DecryptFigures> {
  const prepared = await prepareDecrypt();
  return measureByTurns((way) => prepared[way]());
}

/**
 * The same in workers of a Chromium page, as the vault runs. Each way has a worker of its own, so that none collects the
 * garbage of the other on its time.
 */
export async function decryptBenchInChromium(): Promise<DecryptFigures> {
  const browser = await chromium.launch({
    ...(existsSync(installedChromium) ? { executablePath: installedChromium } : {}),
    chromiumSandbox: false,
  });
  try {
    const page = await browser.newPage();
    const worker = `${await bundle("scripts/bench/decrypt-measure.ts")}
      const ready = suite.prepareDecrypt();
      const failed = (error) => setTimeout(() => { throw error; });
      onmessage = ({ data }) => ready.then((ways) => ways[data]()).then(postMessage, failed);`;
    await page.route(`${origin}/`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.route(`${origin}/worker.js`, (route) =>
      route.fulfill({ contentType: "text/javascript", body: worker }),
    );
    await page.goto(`${origin}/`);
    const workers = await page.evaluateHandle(
      (names) => Object.fromEntries(names.map((name) => [name, new Worker("/worker.js")])),
      [...ways],
    );
    return await measureByTurns((way) =>
      workers.evaluate(
        (each, name) =>
          new Promise<number>((resolve, reject) => {
            const measuring = each[name] as Worker;
            measuring.onmessage = ({ data }) => resolve(data);
            measuring.onerror = ({ message }) => reject(new Error(message));
            measuring.postMessage(name);
          }),
        way,
      ),
    );
  } finally {
    await browser.close();
  }
}

const sentence = (where: string, { rounds, times, ratio }: DecryptFigures) =>
  `${where}: ${itemCount} items of five fields, ${rounds} rounds: ${times.inOneGo.toFixed(0)} ms in one go, ` +
  `${times.oneCallPerField.toFixed(0)} ms with one call per field, ratio ${ratio.toFixed(3)}`;

/** The aim is a tenth of one call per field; a fifth of it is where something must have broken. */
const aim = 0.1;
const limit = 0.2;

export async function run() {
  const node = await decryptBench();
  const browser = await decryptBenchInChromium();
  return {
    lines: [sentence("Node", node), sentence("Chromium", browser), `aim ${aim}, limit ${limit}`],
    ok: node.ratio <= limit && browser.ratio <= limit,
  };
}
