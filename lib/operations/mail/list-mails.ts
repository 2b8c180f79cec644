import "server-only";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { jobs } from "@/db/schema/jobs";
import { pageOnly } from "@/lib/domain/list-view";
import { environment } from "@/lib/env";
import { mailNames, readMail } from "@/lib/mail/mail-folder";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { pageOfNames } from "@/lib/operations/keyset";
import { defineQuery } from "@/lib/operations/query";

const isMail = eq(jobs.kind, "mail");

/**
 * How mail leaves this instance, what became of its mails, and the mails kept as files, newest first, a page at a
 * time.
 */
export const listMails = defineQuery({
  name: "mail.list",
  input: z.object(pageOnly()),
  access: instanceAdministrators,
  async read({ tx, input: { cursor } }) {
    const { mail } = environment();
    const kept = mail.by === "file" ? await readFiles(mail.folder, cursor) : { mails: [], next: null };
    return {
      by: mail.by,
      outbox: await readOutbox(tx),
      ...kept,
    };
  },
});

async function readOutbox(tx: Tx) {
  const [counts] = await tx
    .select({
      waiting: sql<number>`(count(*) filter (where finished_at is null and failed_at is null))::int`,
      sent: sql<number>`(count(*) filter (where finished_at is not null))::int`,
      failed: sql<number>`(count(*) filter (where failed_at is not null))::int`,
    })
    .from(jobs)
    .where(isMail);
  const [latest] = await tx
    .select({ lastError: jobs.lastError })
    .from(jobs)
    .where(and(isMail, isNotNull(jobs.lastError)))
    .orderBy(desc(jobs.runAt))
    .limit(1);
  return { ...(counts ?? { waiting: 0, sent: 0, failed: 0 }), lastError: latest?.lastError ?? null };
}

async function readFiles(folder: string, cursor: string | null) {
  const { names, next } = pageOfNames("mails", await mailNames(folder), cursor);
  const mails = await Promise.all(names.map((name) => readMail(folder, name)));
  const shown = mails
    .filter((mail) => mail !== null)
    .map(({ name, to, subject, createdAt }) => ({ name, to, subject, createdAt }));
  return { mails: shown, next };
}
