import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { MailFile, MailFileName } from "@/lib/mail/mail-file";

export type NamedMailFile = MailFile & { name: string };

/** The names of the mails in a folder, newest first. A folder that nothing was sent to yet holds none. */
export async function mailNames(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => MailFileName.safeParse(name).success)
      .sort()
      .reverse();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** One of them, or null when there is none of that name or it is not a mail of ours. */
export async function readMail(folder: string, name: string): Promise<NamedMailFile | null> {
  try {
    const parsed = MailFile.safeParse(JSON.parse(await readFile(join(folder, name), "utf8")));
    return parsed.success ? { ...parsed.data, name } : null;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";
