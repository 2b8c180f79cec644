import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { DeviceId, SessionId, UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { devices } from "./devices";
import { users } from "./users";

/** A log-in that is still good. Looked up on every request, so ending one works on the very next. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().$type<SessionId>().primaryKey(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    deviceId: uuid().$type<DeviceId>().notNull(),
    /** The account's stamp at log-in; when the account's changes, the session is over. */
    securityStamp: uuid().notNull(),
    ip: text(),
    createdAt: moment().notNull().defaultNow(),
    lastSeenAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
    /** When the master password was last proven in this session. */
    provenAt: moment(),
    /** The server's half of what keeps a vault open across reloads: 64 bytes in base64. Null where nothing is kept. */
    reloadKey: text(),
    /** As of when an app was told the keys of its person's organizations, if one of them had been replaced. */
    keysToldAt: moment(),
    /** SHA-256 of the token by which an app gets its next access token. Null in a browser, which has a cookie. */
    refreshHash: text(),
    /** The same of the token before, until the present one has been used. */
    formerRefreshHash: text(),
  },
  (session) => [
    index("sessions_of_user").on(session.userId, session.lastSeenAt),
    foreignKey({
      name: "sessions_device_of_same_user",
      columns: [session.userId, session.deviceId],
      foreignColumns: [devices.userId, devices.id],
    }).onDelete("cascade"),
    check("sessions_ended_keep_nothing", sql`${session.endedAt} is null or ${session.reloadKey} is null`),
  ],
);
