import { createWriteStream } from "node:fs";
import { connect, createServer } from "node:net";

/**
 * Stands between browsers and a server, and writes every byte that browsers send into a file: what pages, workers and
 * the browser itself ask for, with all headers and bodies.
 *
 * @param {string} file
 * @returns {Promise<{ url: string, leadTo: (port: number) => void, stop: () => Promise<void> }>} `url`: where browsers go.
 */
export async function recordRequests(file) {
  const kept = createWriteStream(file);
  const open = new Set();
  let target = 0;
  const server = createServer((browser) => {
    const onwards = connect(target, "127.0.0.1");
    const end = () => {
      browser.destroy();
      onwards.destroy();
      open.delete(end);
    };
    open.add(end);
    browser.on("data", (bytes) => kept.write(bytes));
    browser.pipe(onwards).pipe(browser);
    for (const socket of [browser, onwards]) socket.on("error", end).on("close", end);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    leadTo(port) {
      target = port;
    },
    async stop() {
      for (const end of [...open]) end();
      await new Promise((resolve) => server.close(() => resolve()));
      await new Promise((resolve) => kept.end(() => resolve()));
    },
  };
}
