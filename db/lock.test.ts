import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { takeLock } from "@/db/lock";

const lockModule = join(process.cwd(), "db/lock.ts");
function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "db.lock");
}

/** Another process that tries to take the lock, tells how it went in a line, and lives on if it got it. */
async function contender(file: string): Promise<{ process: ChildProcess; said: string }> {
  const script = `import(${JSON.stringify(lockModule)}).then(({ takeLock }) => {
    try { takeLock(${JSON.stringify(file)}); console.log("taken"); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.message); }
  });`;
  const child = spawn(process.execPath, ["--import", "tsx", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [said] = await once(child.stdout, "data");
  return { process: child, said: String(said).trim() };
}

test("a second process is refused, and told who holds the folder", async () => {
  const file = aFile();
  const first = await contender(file);
  expect(first.said).toBe("taken");
  expect((await contender(file)).said).toContain(`in use by process ${first.process.pid}`);
  expect(() => takeLock(file)).toThrow(`process ${first.process.pid}`);
});

test("a lock left by a killed process is taken over by exactly one of those who find it", async () => {
  const file = aFile();
  const first = await contender(file);
  first.process.kill("SIGKILL");
  await once(first.process, "exit");

  const all = await Promise.all(Array.from({ length: 6 }, () => contender(file)));
  expect(all.map(({ said }) => said).filter((said) => said === "taken")).toHaveLength(1);
  expect(readdirSync(join(file, ".."))).toEqual(["db.lock"]);
});

test("a number given again to another process does not keep the lock", () => {
  const file = aFile();
  takeLock(file)();
  writeFileSync(
    file,
    JSON.stringify({ token: "t", pid: process.pid, startedAt: "long ago", host: hostOf(aFile()) }),
  );
  takeLock(file)();
});

test("a released lock is free, and the same process cannot take it twice", () => {
  const file = aFile();
  const release = takeLock(file);
  expect(() => takeLock(file)).toThrow(`process ${process.pid}`);
  release();
  takeLock(file)();
});

test("a holder on another machine is believed", () => {
  const file = aFile();
  writeFileSync(file, JSON.stringify({ token: "t", pid: 1, startedAt: null, host: "elsewhere.example" }));
  expect(() => takeLock(file)).toThrow("on elsewhere.example");
});

function hostOf(file: string): string {
  const release = takeLock(file);
  const { host } = JSON.parse(readFileSync(file, "utf8"));
  release();
  return host;
}
