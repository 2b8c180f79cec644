import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";

const Holder = z.object({
  token: z.string(),
  pid: z.number(),
  startedAt: z.string().nullable(),
  host: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** Another process has the folder open: two at once would lose each other's rows, without an error. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
  constructor(
    readonly pid: number,
    host: string,
    file: string,
  ) {
    const elsewhere = host === hostname() ? "" : ` on ${host} (if that machine is gone, delete the file)`;
    super(`The database is in use by process ${pid}${elsewhere}: ${file}`);
  }
}

/**
 * Takes the lock `file` for this process and returns what releases it, which also happens at exit.
 * A lock left behind by a process that is gone is taken over.
 *
 * @throws {FolderInUse} when its holder is alive, or on another machine, where nobody can tell from here.
 */
export function takeLock(file: string): () => void {
  const us: Holder = {
    token: randomUUID(),
    pid: process.pid,
    startedAt: startOf(process.pid),
    host: hostname(),
  };
  while (!tryToPlace(file, us)) {
    const holder = readHolder(file);
    if (holder && takeOver(file, holder, us)) break;
  }

  const release = () => {
    process.off("exit", release);
    if (readHolder(file)?.token === us.token) rmSync(file);
  };
  process.once("exit", release);
  return release;
}

/** A link appears with its whole content or not at all, and never over one that is there. */
function tryToPlace(file: string, holder: Holder): boolean {
  const draft = writeDraft(file, holder);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function writeDraft(file: string, holder: Holder): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

const claimOn = (file: string, { token }: Holder) => `${file}.after-${token}`;

/**
 * Takes over from `stale`, if it is gone. Each holder has one heir: whoever places the claim on it. An heir that
 * died before it took over has an heir of its own. The lock itself is replaced in one step and never missing,
 * so that nobody who starts meanwhile can take it.
 *
 * @returns false when somebody else took over meanwhile, and the file is to be looked at again.
 * @throws {FolderInUse} when the holder, or the heir that is about to take over, is alive.
 */
function takeOver(file: string, stale: Holder, us: Holder): boolean {
  const claims: string[] = [];
  for (let gone = stale; ; ) {
    if (isAlive(gone)) throw new FolderInUse(gone.pid, gone.host, file);
    const claim = claimOn(file, gone);
    claims.push(claim);
    if (tryToPlace(claim, us)) break;
    const heir = readHolder(claim);
    if (!heir) return false;
    gone = heir;
  }

  // An heir that has taken over removes its claim afterwards: ours may lie on a holder that is history.
  const isCurrent = readHolder(file)?.token === stale.token;
  if (isCurrent) renameSync(writeDraft(file, us), file);
  for (const claim of isCurrent ? claims : claims.slice(-1)) rmSync(claim, { force: true });
  return isCurrent;
}

function readHolder(file: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw new Error(`${file} is not a lock of ours. Delete it if nothing else uses the folder.`, {
      cause: error,
    });
  }
}

/** A number alone is not enough: it is given again to later processes, and in a container nearly always. */
function isAlive({ pid, startedAt, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isCode(error, "ESRCH")) return false;
  }
  return startOf(pid) === startedAt;
}

/** When a process began, in the words of the system; null where it does not say. */
function startOf(pid: number): string | null {
  try {
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", "lstart=", "-p", `${pid}`])
        .toString()
        .trim();
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // Its name, the second field, may hold spaces and brackets; the start is the 20th after the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${boot} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return null;
  }
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;
