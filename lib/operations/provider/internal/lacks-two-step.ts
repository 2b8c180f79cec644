import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import { hasOwnStep } from "@/lib/operations/account/internal/has-own-step";

/**
 * Whether the provider that is joined requires a second step that this account lacks. Both standings rest on it: in the
 * provider itself, and of its people in its clients.
 */
export const lacksTwoStep = (userId: SQLWrapper): SQL<boolean> =>
  sql<boolean>`(${providers.requiresTwoStep} and not ${hasOwnStep(userId)})`;
