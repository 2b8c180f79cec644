import { check, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { deviceTypes } from "@/lib/domain/device";
import type { DeviceId, UserId } from "@/lib/domain/ids";
import { dates, moment, nameFits } from "./columns";
import { users } from "./users";

/** A browser or app that somebody logged in with, by the identifier it made for itself. */
export const devices = pgTable(
  "devices",
  {
    id: uuid().$type<DeviceId>().primaryKey().defaultRandom(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    identifier: uuid().notNull(),
    type: text({ enum: deviceTypes }).notNull(),
    name: text(),
    pushToken: text(),
    /** SHA-256 of the token by which the browser shows that it was remembered. */
    rememberHash: text(),
    /** Until then a log-in here takes no second step. */
    rememberedUntil: moment(),
    lastSeenAt: moment().notNull().defaultNow(),
    ...dates(),
  },
  (device) => [
    unique("devices_of_user").on(device.userId, device.identifier),
    unique("devices_with_user").on(device.userId, device.id),
    check("devices_name_limit", nameFits(device.name)),
  ],
);
