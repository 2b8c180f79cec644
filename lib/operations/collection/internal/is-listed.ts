import "server-only";
import { isNull, type SQL } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";

/** The items that lists show: those that are not in the trash. */
export const isListed: SQL = isNull(ciphers.deletedAt);
