import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "@playwright/test";
import { bundle } from "@/e2e/known-answers/bundle";
import { decryptBenchInChromium } from "@/scripts/bench/decrypt";
import { makeVault } from "@/scripts/bench/vault-contents";
import type { VaultFigures } from "@/scripts/bench/vault-measure";
import { install, measurePeer } from "@/scripts/bench/vault-peer";
import { measureVaultReads } from "@/scripts/bench/vault-reads";

const installedChromium = "/usr/bin/chromium";
const count = 10_000;
/** Odd, for a median that is one of them. */
const rounds = 13;

/** The list, once the key is known, in terms of fetching, parsing and one call that opens everything. */
const listLimit = 1.5;
/** Its first rows, in terms of the list. */
const firstLimit = 0.4;
/** The vault that the device kept, in terms of the list. */
const keptLimit = 0.25;
/** Milliseconds for which nothing else happens in the page. */
const gapLimit = 50;
/** Milliseconds for finding what a word stands in. */
const keyLimit = 16;

/** A page on loopback that holds a vault of 10,000 items, as the product opens it. */
async function serve() {
  const { answer, opening } = await makeVault(count);
  const script = await bundle("scripts/bench/vault-measure.ts");
  const worker = await bundle("lib/vault/worker.ts");
  const files: Record<string, [type: string, body: string]> = {
    "/": ["text/html", `<!doctype html><script>process = { env: { NODE_ENV: "production" } }</script>`],
    "/page.js": ["text/javascript", `${script}\nwindow.suite = suite;`],
    "/worker.js": ["text/javascript", worker],
    "/vault": ["application/json", answer],
  };
  const server = createServer(({ url = "" }, response) => {
    const [type, body] = files[url] ?? ["text/plain", ""];
    response.writeHead(files[url] ? 200 : 404, { "content-type": type, "cache-control": "no-store" });
    response.end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, megabytes: answer.length / 1e6, opening, server };
}

type Suite = { suite: { measureVault: (opening: unknown, rounds: number) => Promise<VaultFigures> } };

async function inChromium(): Promise<VaultFigures & { megabytes: number }> {
  const { address, megabytes, opening, server } = await serve();
  const browser = await chromium.launch({
    ...(existsSync(installedChromium) ? { executablePath: installedChromium } : {}),
    chromiumSandbox: false,
  });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.addScriptTag({ url: "/page.js" });
    const figures = await page.evaluate(
      ([given, times]) => (window as unknown as Suite).suite.measureVault(given, times as number),
      [opening, rounds] as const,
    );
    return { ...figures, megabytes };
  } finally {
    await browser.close();
    server.close();
  }
}

/** How many foreign items a member's forty are listed beside. What is read whole beside none is no measure. */
const beside = [0, 10_000, 1_000_000] as const;
/** An index of a million entries is one level higher than one of ten thousand: a block for each item and collection. */
const levels = 50;
/** All texts of 10,000 items in one call, in terms of one call of WebCrypto for each. */
const decryptLimit = 0.1;

/** Bitwarden's own list call in Node, in terms of this one's. */
const peerLimit = 5;

async function besidePeer() {
  const times = await measurePeer(count);
  if (!times) return { line: `Bitwarden's own list call: not installed: ${install}`, ok: true };
  const ratio = times.theirs / times.ours;
  const line = `Bitwarden's own list call in Node: ${ratio.toFixed(1)} times as long (limit ${peerLimit})`;
  return { line, ok: ratio >= peerLimit };
}

export async function run() {
  const { floor, first, listed, kept, gap, idle, key, megabytes, ratios } = await inChromium();
  const { listed: ratio, first: firstRatio, kept: keptRatio } = ratios;
  const { ratio: decrypting } = await decryptBenchInChromium();
  const peer = await besidePeer();
  const buffers = await measureVaultReads(beside);
  const [, few = 0, many = Number.POSITIVE_INFINITY] = buffers;
  return {
    lines: [
      `${count} items in Chromium, ${megabytes.toFixed(1)} MB sent, medians of ${rounds} rounds`,
      `the floor, fetched, parsed and opened in one call: ${floor.toFixed(0)} ms`,
      `from the key to all listed and searchable: ${listed.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (limit ${listLimit})`,
      `to its first rows: ${first.toFixed(0)} ms, ratio ${firstRatio.toFixed(2)} (limit ${firstLimit})`,
      `the same from what the device kept: ${kept.toFixed(0)} ms, ratio ${keptRatio.toFixed(2)} (limit ${keptLimit})`,
      `longest time without anything else in the page: ${gap.toFixed(0)} ms (limit ${gapLimit}), and ${idle.toFixed(0)} ms when it does nothing`,
      `to find what a key has changed: ${key.toFixed(1)} ms (limit ${keyLimit})`,
      `decryption against one call for each text: ratio ${decrypting.toFixed(3)} (limit ${decryptLimit})`,
      peer.line,
      ...buffers.map(
        (blocks, i) => `a member's forty items beside ${beside[i]} of others: ${blocks} buffers`,
      ),
      `more beside a million than beside ten thousand: ${many - few} (limit ${levels})`,
    ],
    ok:
      ratio <= listLimit &&
      firstRatio <= firstLimit &&
      keptRatio <= keptLimit &&
      gap <= gapLimit &&
      key <= keyLimit &&
      decrypting <= decryptLimit &&
      peer.ok &&
      many - few <= levels,
  };
}
