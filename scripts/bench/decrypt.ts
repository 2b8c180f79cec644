import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { bundle } from "@/e2e/known-answers/bundle";
import { type DecryptFigures, measureDecrypt } from "@/scripts/bench/decrypt-measure";

const installedChromium = "/usr/bin/chromium";
/** Nothing listens there: a loopback address is what makes WebCrypto available to the page. */
const origin = "http://127.0.0.1:9";

/** Opens 10,000 items of five fields in this process, in both ways. */
export const decryptBench = (): Promise<DecryptFigures> => measureDecrypt();

/** The same in a worker of a Chromium page, as the vault runs. */
export async function decryptBenchInChromium(): Promise<DecryptFigures> {
  const browser = await chromium.launch({
    ...(existsSync(installedChromium) ? { executablePath: installedChromium } : {}),
    chromiumSandbox: false,
  });
  try {
    const page = await browser.newPage();
    const worker = `${await bundle("scripts/bench/decrypt-measure.ts")}
      suite.measureDecrypt().then((figures) => postMessage(figures));`;
    await page.route(`${origin}/`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.route(`${origin}/worker.js`, (route) =>
      route.fulfill({ contentType: "text/javascript", body: worker }),
    );
    await page.goto(`${origin}/`);
    return await page.evaluate(
      () =>
        new Promise<DecryptFigures>((resolve, reject) => {
          const measuring = new Worker("/worker.js");
          measuring.addEventListener("message", ({ data }) => resolve(data));
          measuring.addEventListener("error", ({ message }) => reject(new Error(message)));
        }),
    );
  } finally {
    await browser.close();
  }
}

const sentence = (where: string, { items, fields, rounds, ...figures }: DecryptFigures) =>
  `${where}: ${items} items, ${fields} fields, ${rounds} rounds: ${figures.inOneGo.toFixed(0)} ms in one go, ` +
  `${figures.oneCallPerField.toFixed(0)} ms with one call per field, ratio ${figures.ratio.toFixed(3)}`;

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
