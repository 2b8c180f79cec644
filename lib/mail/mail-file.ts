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

/** A name that `fileNameOf` may have given; it never leads out of its folder. */
export const MailFileName = z
  .string()
  .max(255)
  .regex(/^[0-9TZ-]+-[a-z0-9@._+=-]+\.json$/);

/**
 * `<time>-<recipient>.json`, so that names sort by time. Characters of an address that mean something to a
 * file system become `_`, long addresses are cut, and four digits of the key's hash keep two letters of one
 * moment apart.
 */
export function fileNameOf({ key, to, createdAt }: Pick<Letter, "key" | "to" | "createdAt">): string {
  const time = createdAt.toISOString().replace(/[:.]/g, "-");
  const tag = createHash("sha256").update(key).digest("hex").slice(0, 4);
  const recipient = to.replace(/[^a-z0-9@._+=-]/g, "_").slice(0, 180);
  return `${time}-${tag}-${recipient}.json`;
}
