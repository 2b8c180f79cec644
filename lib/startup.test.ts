import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";

/** Starts the application, which is to fail, and gives what it says. */
async function start(settings: Record<string, string>) {
  const program = 'const { start } = await import("./lib/startup.ts"); await start();';
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.scripts.json", ...settings },
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  return { said: said.trimEnd().split("\n"), code };
}

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-startup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "file"), "");
  return join(folder, "file");
}

test("wrong settings end the start, each in a line of its own", async () => {
  const { said, code } = await start({ PORT: "http", APP_SECRET: "hunter2", SIGNUPS: "yes" });
  expect(said).toEqual([
    "Trousseau cannot start with these settings:",
    '  PORT cannot be "http". It takes a port number, 1 to 65535.',
    "  APP_SECRET cannot be used. It takes 32 characters or more.",
    '  SIGNUPS cannot be "yes". It takes open or invited.',
  ]);
  expect(code).toBe(1);
});

test("so does a folder that cannot be written, and a database that is not there", async () => {
  const [folder, database] = await Promise.all([
    start({ DATA_DIR: join(aFile(), "data") }),
    start({
      DATA_DIR: tmpdir(),
      RESEND_API_KEY: "re_1",
      MAIL_FROM: "a@b.example",
      DATABASE_URL: "postgres://me:hunter2@127.0.0.1:1/portal",
    }),
  ]);
  expect(folder.said).toEqual([
    expect.stringMatching(/^Trousseau cannot start: DATA_DIR: \S+ cannot be written/),
  ]);
  expect(database.said).toEqual([
    "Trousseau cannot start: DATABASE_URL: the database at 127.0.0.1:1/portal cannot be used: connect ECONNREFUSED 127.0.0.1:1",
  ]);
  expect([folder.code, database.code]).toEqual([1, 1]);
});

test("so does a certificate that cannot be read, or is none", async () => {
  const file = aFile();
  const [away, empty] = await Promise.all([
    start({ TLS_CERT: "/nowhere/portal.pem", TLS_KEY: file }),
    start({ TLS_CERT: file, TLS_KEY: file }),
  ]);
  expect(away.said).toEqual([
    "Trousseau cannot start: TLS_CERT: /nowhere/portal.pem cannot be read (ENOENT).",
  ]);
  expect(empty.said).toEqual([
    expect.stringMatching(/^Trousseau cannot start: TLS_CERT and TLS_KEY cannot be used together: /),
  ]);
});
