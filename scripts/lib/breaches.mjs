import { createHash } from "node:crypto";
import { createServer } from "node:http";

/** How often the most common password was seen here, and the others less. */
const most = 1_000_000;

/** The ranges of some 49,000 common passwords, by the first five digits of their SHA-1. */
async function commonRanges() {
  // Imported when it is needed: commands import this file before they have installed any package.
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const ranges = new Map();
  dictionary["passwords-common"].forEach((password, rank) => {
    const hash = createHash("sha1").update(password).digest("hex").toUpperCase();
    const prefix = hash.slice(0, 5);
    const line = `${hash.slice(5)}:${Math.max(1, Math.floor(most / (rank + 1)))}`;
    ranges.set(prefix, [...(ranges.get(prefix) ?? []), line]);
  });
  return ranges;
}

/**
 * Answers like the service that knows exposed passwords, from a list of common ones, for tests and for networks that
 * reach nothing else. Every range has padding, as the service's has.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startBreaches(port = 0) {
  const ranges = await commonRanges();
  const padding = Array.from({ length: 20 }, (_, i) => `${i.toString(16).toUpperCase().padStart(35, "0")}:0`);
  const server = createServer((request, response) => {
    const [, prefix] = /^\/range\/([0-9A-F]{5})$/i.exec(request.url ?? "") ?? [];
    if (request.method !== "GET" || !prefix) return void response.writeHead(404).end();
    const lines = [...(ranges.get(prefix.toUpperCase()) ?? []), ...padding];
    response.writeHead(200, { "Content-Type": "text/plain" }).end(lines.join("\r\n"));
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
