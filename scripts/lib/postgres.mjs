import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./free-port.mjs";
import { isRoot, run } from "./run.mjs";

const debianFolder = "/usr/lib/postgresql";

/**
 * Starts a PostgreSQL of its own: in a temporary folder, on a free port of this machine, with fsync on.
 * Debian's package is installed first where there is none and this user may.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void>, pause: () => void, resume: () => void }
 *   | { missing: string }>} why there is none. `pause` lets all of it hang: connections stay, nothing answers.
 */
export async function startPostgres() {
  const bin = findServer() ?? (await installServer());
  if (!bin)
    return {
      missing: "PostgreSQL is not installed, and only root can install it (apt-get install postgresql)",
    };

  const folder = mkdtempSync(join(tmpdir(), "trousseau-postgres-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const user = await serverUser();
  // PostgreSQL refuses to run as root.
  if (user) chownSync(folder, user.uid, user.gid);

  const data = join(folder, "data");
  const initdb = ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-locale"];
  const made = await run(join(bin, "initdb"), initdb, { quiet: true, cwd: folder, user });
  if (made.code !== 0) {
    remove();
    return { missing: `initdb failed: ${made.output.trim()}` };
  }

  const port = await freePort();
  const settings = ["-D", data, "-p", `${port}`, "-k", folder, "-c", "listen_addresses=127.0.0.1"];
  const args = [...settings, "-c", "max_connections=200"];
  const server = spawn(join(bin, "postgres"), args, { cwd: folder, stdio: "ignore", ...user });
  const ended = once(server, "exit");
  const stop = async () => {
    // Fast shutdown: whoever is still connected is cut off.
    server.kill("SIGINT");
    await ended;
    remove();
  };

  const signalAll = (signal) => {
    for (const pid of [server.pid, ...childrenOf(server.pid)]) process.kill(pid, signal);
  };
  const pause = () => signalAll("SIGSTOP");
  const resume = () => signalAll("SIGCONT");

  for (let attempt = 0; attempt < 100; attempt++) {
    const ready = await run(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", `${port}`], { quiet: true });
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    if (ready.code === 0) return { url, stop, pause, resume };
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  return { missing: "PostgreSQL did not start" };
}

/** Linux tells them; elsewhere only the first process is known, which takes new connections. */
function childrenOf(pid) {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, "utf8").trim().split(" ").filter(Boolean).map(Number) : [];
}

function findServer() {
  const versions = existsSync(debianFolder)
    ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => join(debianFolder, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, "postgres")) && existsSync(join(folder, "initdb")));
}

async function installServer() {
  if (!isRoot() || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installing PostgreSQL (apt-get install postgresql)…");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { quiet: true, env });
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], {
    quiet: true,
    env,
  });
  return findServer();
}

/** The user to run it as: oneself, or for root the one that the package made. */
async function serverUser() {
  if (!isRoot()) return undefined;
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map((what) => run("id", [what, "postgres"], { quiet: true })),
  );
  return uid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : { uid: 65_534, gid: 65_534 };
}
