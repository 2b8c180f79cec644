import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";

/**
 * The items that lists show: logins that are not in the trash. Other types have no form and no view yet. The database's
 * counters count them already.
 */
export const isListed: SQL | undefined = and(isNull(ciphers.deletedAt), eq(ciphers.type, "login"));
