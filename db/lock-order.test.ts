import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { FolderInUse, takeLock } from "@/db/lock";

/** Called before each step that `takeLock` takes in the file system. */
const step = vi.hoisted(() => ({ before: () => {} }));
vi.mock("node:fs", async (load) => {
  const real = await load<typeof import("node:fs")>();
  const stepped =
    <Args extends unknown[], Answer>(call: (...args: Args) => Answer) =>
    (...args: Args) => {
      if (!`${args[0]}`.startsWith("/proc")) step.before();
      return call(...args);
    };
  return {
    ...real,
    linkSync: stepped(real.linkSync),
    readFileSync: stepped(real.readFileSync),
    renameSync: stepped(real.renameSync),
    writeFileSync: stepped(real.writeFileSync),
    rmSync: stepped(real.rmSync),
  };
});

/** A holder that is gone, with heirs that died before they took over. */
function leaveStaleLock(file: string, heirs: number) {
  const holder = (token: string) => ({ token, pid: process.pid, startedAt: "long ago", host: hostname() });
  writeFileSync(file, JSON.stringify(holder("gone-0")));
  for (let heir = 1; heir <= heirs; heir++)
    writeFileSync(`${file}.after-gone-${heir - 1}`, JSON.stringify(holder(`gone-${heir}`)));
}

/** One starter, in whose steps number `first` and `second` another one each starts. How many have the lock? */
function holders(
  heirs: number,
  first: number,
  second: number,
): { steps: number; taken: number; left: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "db.lock");
  leaveStaleLock(file, heirs);

  const releases: (() => void)[] = [];
  const start = () => {
    try {
      releases.push(takeLock(file));
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
    }
  };
  let steps = 0;
  const interrupt = () => {
    steps += 1;
    if (steps !== first && steps !== second) return;
    step.before = () => {};
    start();
    step.before = interrupt;
  };
  step.before = interrupt;
  start();
  step.before = () => {};

  const left = readdirSync(folder);
  const taken = releases.length;
  for (const release of releases) release();
  return { steps, taken, left };
}

test.each([0, 1, 2])(
  "whenever two others start while one takes a stale lock over, one has it (%i heirs died on the way)",
  (heirs) => {
    const { steps } = holders(heirs, 0, 0);
    expect(steps).toBeGreaterThan(5);
    for (let first = 1; first <= steps; first++)
      for (let second = first + 1; second <= steps + 5; second++) {
        const { taken, left } = holders(heirs, first, second);
        expect({ first, second, taken, left }).toEqual({ first, second, taken: 1, left: ["db.lock"] });
      }
  },
);
