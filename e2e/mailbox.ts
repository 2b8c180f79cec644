import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";

type MailFile = { to: string; subject: string; text: string; html: string; createdAt: string };

const dataDir = process.env.DATA_DIR ?? ".data";

function mailsTo(address: string): MailFile[] {
  const folder = join(dataDir, "mail");
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    return [];
  }
  return files
    .filter((file) => file.endsWith(".json"))
    .map((file): MailFile => JSON.parse(readFileSync(join(folder, file), "utf8")))
    .filter(({ to }) => to === address)
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
}

const linkIn = ({ text }: MailFile) => /https?:\/\/\S+\/invite\/[\w-]+/.exec(text)?.[0] ?? null;

/** The link of the latest mail to `address` that has one other than those `seen` already. */
export async function linkMailedTo(address: string, seen: string[] = []): Promise<string> {
  let found: string | null = null;
  await expect
    .poll(
      () => {
        const links = mailsTo(address).map(linkIn);
        found = links.findLast((link) => link !== null && !seen.includes(link)) ?? null;
        return found;
      },
      { message: `a mail with a link to ${address}` },
    )
    .not.toBeNull();
  return found ?? "";
}

/** The code of six digits in the latest mail to `address` that has none of `seen`. */
export async function codeMailedTo(address: string, ...seen: string[]): Promise<string> {
  let found = "";
  await expect
    .poll(
      () => {
        const codes = mailsTo(address).map(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? "");
        found = codes.findLast((code) => code !== "" && !seen.includes(code)) ?? "";
        return found;
      },
      { message: `a mail with a code to ${address}` },
    )
    .not.toBe("");
  return found;
}

/** How many mails `address` has had. */
export const mailCount = (address: string) => mailsTo(address).length;

/** The link that a server printed at its first start into the file `output`. */
export async function firstTimeLink(output: string): Promise<string> {
  let link = "";
  await expect
    .poll(
      () => {
        link = /First-time set-up: (\S+)/.exec(readFileSync(output, "utf8"))?.[1] ?? "";
        return link;
      },
      { message: "the server prints its first link" },
    )
    .not.toBe("");
  return link;
}
