import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readAppSecret } from "@/lib/secrets";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "data");
}

test("a secret is made once, and only its owner may read it", () => {
  const dataDir = aFolder();
  const secret = readAppSecret({ appSecret: null, dataDir });

  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(readAppSecret({ appSecret: null, dataDir })).toBe(secret);
  expect(readFileSync(join(dataDir, "secret"), "utf8").trim()).toBe(secret);
  expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
});

test("a given secret is used, and nothing is written", () => {
  const appSecret = "0123456789abcdef0123456789abcdef";
  const dataDir = aFolder();
  expect(readAppSecret({ appSecret, dataDir })).toBe(appSecret);
  expect(() => statSync(dataDir)).toThrow("ENOENT");
});
