import "server-only";
import { sessionDays } from "@/lib/domain/account/session";

/** When a session ends that begins now, or in which an app gets its next token now. */
export const sessionEnd = (now: Date) => new Date(Number(now) + sessionDays * 24 * 60 * 60 * 1000);
