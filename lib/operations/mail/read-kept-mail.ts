import "server-only";
import { z } from "zod";
import { environment } from "@/lib/env";
import { MailFileName } from "@/lib/mail/mail-file";
import { readMail } from "@/lib/mail/mail-folder";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";

/** One mail that was kept as a file, whole. With a mail service there are none. */
export const readKeptMail = defineQuery({
  name: "mail.read",
  input: z.object({ name: MailFileName }),
  access: instanceAdministrators,
  async read({ input: { name } }) {
    const { mail } = environment();
    const kept = mail.by === "file" ? await readMail(mail.folder, name) : null;
    if (!kept) throw new NotFound();
    const { to, subject, text, html, link, createdAt } = kept;
    return { to, subject, text, html, link, createdAt };
  },
});
