import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";
import { root } from "./prepare.mjs";

/**
 * Starts the built application on a free port of this machine.
 *
 * @param {{ dataDir: string, output: string, name?: string, env?: Record<string, string> }} options `output`: the file
 *   that keeps what it prints. `name`: under which this machine is opened; browsers make passkeys for names only.
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<number | null> }>} `stop` gives the exit code.
 */
export async function startServer({ dataDir, output, name = "127.0.0.1", env = {} }) {
  const port = await freePort();
  const url = `${env.TLS_CERT ? "https" : "http"}://${name}:${port}`;
  const settings = { PORT: `${port}`, HOST: "127.0.0.1", APP_URL: url, DATA_DIR: dataDir, ...env };
  const child = spawn(process.execPath, [join(root, "scripts/serve.mjs")], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kept = createWriteStream(output);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      kept.write(chunk);
      if (printed.length < 100_000) printed += chunk;
    });
  }
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    const [code] = await ended;
    kept.end();
    return code;
  };

  const patience = Date.now() + 60_000;
  while (!printed.includes("Trousseau is at")) {
    if (child.exitCode !== null || Date.now() > patience) {
      child.kill("SIGKILL");
      throw new Error(`The server did not start:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, pid: child.pid, stop };
}
