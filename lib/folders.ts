import { randomUUID } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

const ownersOnly = 0o700;

/** A folder of the instance's data cannot be used. The message names the setting, the folder and the reason. */
export class FolderRefused extends Error {
  override name = "FolderRefused";
  constructor(folder: string, cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? ` (${cause.code})` : "";
    super(
      `DATA_DIR: ${folder} cannot be written by this user${code}. Give the folder to the user who runs Trousseau, or set DATA_DIR to another one.`,
      { cause },
    );
  }
}

/**
 * Makes a folder of the instance's data if there is none, for its owner's eyes only, and tries whether files can be
 * made in it.
 *
 * @throws {FolderRefused} when they cannot.
 */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    const probe = join(folder, `.${randomUUID()}`);
    writeFileSync(probe, "", { mode: 0o600 });
    rmSync(probe);
  } catch (error) {
    throw new FolderRefused(folder, error);
  }
}

/**
 * Takes all rights to a folder from everybody but its owner. Another program may have made it with more.
 *
 * @throws {FolderRefused} when it is another user's.
 */
export function closeFolder(folder: string): void {
  try {
    chmodSync(folder, ownersOnly);
  } catch (error) {
    throw new FolderRefused(folder, error);
  }
}

/**
 * Looks whether everything that lies in a folder can be written, which another user may have put there.
 *
 * @throws {FolderRefused} for the first file that cannot.
 */
export function checkFiles(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.W_OK);
    } catch (error) {
      throw new FolderRefused(path, error);
    }
  }
}

/** Makes one folder after the other, because Node's `recursive` may try for ever when the system refuses. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: ownersOnly });
  } catch (error) {
    // Another process has just made it.
    if (!existsSync(folder)) throw error;
  }
}
