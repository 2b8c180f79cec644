import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";

/** Items that lists show, wherever they stand, and that are counted beside them: those of logins, outside the trash. */
export const isListed: SQL | undefined = and(isNull(ciphers.deletedAt), eq(ciphers.type, "login"));
