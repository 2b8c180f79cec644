import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { passkeyPurposes } from "@/lib/domain/account/passkey";
import type { SessionId, UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { sessions } from "./sessions";
import { users } from "./users";

/** What a passkey is to sign next, once: for one account and, where somebody is logged in, for one session. */
export const passkeyChallenges = pgTable(
  "passkey_challenges",
  {
    /** 32 random bytes in base64url. */
    challenge: text().primaryKey(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text({ enum: passkeyPurposes }).notNull(),
    /** Null in a log-in, which has no session yet. */
    sessionId: uuid()
      .$type<SessionId>()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** In a log-in, the browser that was asked. */
    deviceIdentifier: uuid(),
    expiresAt: moment().notNull(),
  },
  (challenge) => [
    index("passkey_challenges_of_user").on(challenge.userId),
    index("passkey_challenges_of_session").on(challenge.sessionId),
    index("passkey_challenges_by_expiry").on(challenge.expiresAt),
  ],
);
