import { createHash } from "node:crypto";
import { z } from "zod";
import type { Letter } from "@/lib/mail/letter";

/** What a mail's file holds. */
export const MailFile = z.object({
  key: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  link: z.string().nullable(),
  createdAt: z.string(),
});
export type MailFile = z.infer<typeof MailFile>;

/** A name as `fileNameOf` makes it. It never leads out of its folder. */
export const MailFileName = z
  .string()
  .max(255)
  .regex(/^[0-9TZ-]+-[a-z0-9@._+=-]+\.json$/);

/**
 * `<time>-<recipient>.json`, so that names sort by time. Characters of an address that mean something to a
 * file system become `_`, long addresses are cut, and the digits after the milliseconds come from the key:
 * they keep two letters of one moment apart, and give the same letter the same name when it is sent again.
 */
export function fileNameOf({ key, to, createdAt }: Pick<Letter, "key" | "to" | "createdAt">): string {
  const digits = createHash("sha256").update(key).digest().readUInt32BE(0) % 1_000_000;
  const time = createdAt
    .toISOString()
    .replace(/[:.]/g, "-")
    .replace("Z", `${`${digits}`.padStart(6, "0")}Z`);
  const recipient = to.replace(/[^a-z0-9@._+=-]/g, "_").slice(0, 180);
  return `${time}-${recipient}.json`;
}
