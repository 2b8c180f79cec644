import "server-only";
import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment, environment } from "@/lib/env";
import { prepareFolder } from "@/lib/folders";

/**
 * The instance's own secret: `APP_SECRET`, or 32 random bytes made once and kept in the data folder,
 * readable by its owner only. Two processes that make it at once end up with the same one.
 */
export function readAppSecret({ appSecret, dataDir }: Pick<Environment, "appSecret" | "dataDir">): string {
  if (appSecret) return appSecret;
  const file = join(dataDir, "secret");
  return readIfThere(file) ?? makeSecret(dataDir, file);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function makeSecret(dataDir: string, file: string): string {
  prepareFolder(dataDir);
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    // A hard link appears with its whole content or not at all, and never replaces a file.
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8").trim();
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;

let appSecret: string | undefined;

/**
 * A secret for one purpose: 32 bytes, HKDF-SHA-256 (RFC 5869) of the instance's secret. Nobody can work one of
 * these secrets out from another.
 */
export function deriveSecret(purpose: string): Uint8Array {
  appSecret ??= readAppSecret(environment());
  return new Uint8Array(hkdfSync("sha256", appSecret, "", `trousseau ${purpose}`, 32));
}
