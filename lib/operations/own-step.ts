import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { providers } from "@/db/schema/providers";

/** Whether an account's log-in takes a second step of any kind. */
export const takesSecondStep = (userId: SQLWrapper): SQL<boolean> =>
  sql<boolean>`(${hasOwnStep(userId)} or exists (select 1 from users as holder
    where holder.id = ${userId} and holder.codes_by_mail))`;

/**
 * Whether an account's log-in takes a second step that a provider counts: an authenticator app or a passkey. Codes by
 * mail are none, because whoever reads the mail has them.
 */
export const hasOwnStep = (userId: SQLWrapper): SQL<boolean> =>
  sql<boolean>`(exists (select 1 from authenticators as app
      where app.user_id = ${userId} and app.confirmed_at is not null)
    or exists (select 1 from passkeys as own where own.user_id = ${userId}))`;

/**
 * Whether the provider that is joined requires a second step that this account lacks. Both standings rest on it: in the
 * provider itself, and of its people in its clients.
 */
export const lacksTwoStep = (userId: SQLWrapper): SQL<boolean> =>
  sql<boolean>`(${providers.requiresTwoStep} and not ${hasOwnStep(userId)})`;
