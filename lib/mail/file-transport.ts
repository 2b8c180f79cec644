import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { say } from "@/lib/log";
import type { Letter, Transport } from "@/lib/mail/letter";
import { fileNameOf, type MailFile } from "@/lib/mail/mail-file";

/**
 * Writes each letter into `folder`, for its owner's eyes only, and says its link on the terminal. A file
 * appears with its whole content or not at all, and the second attempt writes over what the first left.
 */
export const fileTransport =
  (folder: string, sayLink: (line: string) => void = say): Transport =>
  async (letter) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `.${randomUUID()}`);
    await writeFile(draft, `${JSON.stringify(contentOf(letter), null, 2)}\n`, { mode: 0o600 });
    await rename(draft, join(folder, fileNameOf(letter)));
    if (letter.link) sayLink(`Mail to ${letter.to}: ${letter.link}`);
  };

const contentOf = ({ key, to, subject, text, html, link, createdAt }: Letter): MailFile => ({
  key,
  to,
  subject,
  text,
  html,
  link,
  createdAt: createdAt.toISOString(),
});
