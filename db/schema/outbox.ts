import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { MailId } from "@/lib/domain/ids";
import { moment } from "./columns";

/** Mail to be sent, written with the change that causes it and delivered after the commit. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid().$type<MailId>().primaryKey().defaultRandom(),
    kind: text().notNull(),
    recipient: text().notNull(),
    /** The mail's contents, links included, sealed with the instance's secret; erased once delivered. */
    payload: text(),
    createdAt: moment().notNull().defaultNow(),
    runAt: moment().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    /** Who works on it has it until then; after a crash it is free again. */
    lockedUntil: moment(),
    sentAt: moment(),
    failedAt: moment(),
    lastError: text(),
  },
  (mail) => [
    index("outbox_due").on(mail.runAt).where(sql`sent_at is null and failed_at is null`),
    index("outbox_of_recipient").on(mail.recipient, mail.createdAt),
  ],
);
