import "server-only";
import { requestNotes } from "@/lib/answer/request-notes";
import { outageDigest } from "@/lib/http/result";

/** The page cannot be made because the database is away. Next hands the digest, and nothing else, to the browser. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  readonly digest = outageDigest;

  constructor(cause: unknown) {
    super("the database does not answer", { cause });
  }
}

/** Errors of a network in which the other side does not answer, or stops to. */
const networkCodes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"],
  ...["ENOTFOUND", "EAI_AGAIN"],
]);

/**
 * What PostgreSQL says when it cannot serve: no connection (class 08), none left (53300), shutting down or
 * starting up (57P01 to 57P03), out of time (57014, 25P03, 25P04). Its appendix A.
 */
const stateOfOutage = /^(08...|53300|57P0[1-3]|57014|25P0[34])$/;

/** The drivers' own errors, which have no code. */
const saidByDriver =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|PGlite is closed)/;

/** Whether an error says that the database cannot be reached or does not answer in time. */
export function isOutage(error: unknown): boolean {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (each instanceof DatabaseAway) return true;
    const code = "code" in each && typeof each.code === "string" ? each.code : "";
    if (networkCodes.has(code) || stateOfOutage.test(code) || saidByDriver.test(each.message)) return true;
  }
  return false;
}

/** Lets the server answer the request with 503, if nothing of another answer has left. */
export function noteOutage(): void {
  const notes = requestNotes();
  if (notes) notes.databaseAway = true;
}

/** Waits for what a page reads. An outage becomes an error that the page can name. */
export async function namingOutages<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    if (!isOutage(error)) throw error;
    noteOutage();
    throw new DatabaseAway(error);
  }
}
