import "server-only";
import { type Logger, pino } from "pino";
import { environment } from "@/lib/env";
import { redactedPath } from "@/lib/http/redacted-path";

/** Secrets by the names they travel under, at the top of a line or one level down. */
const secretNames = ["authorization", "cookie", "password", "masterPasswordHash", "token", "secret", "key"];

let logger: Logger | undefined;

/** The log of this process: lines of JSON on standard output. */
export function log(): Logger {
  logger ??= pino({
    level: environment().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: "[secret]" },
  });
  return logger;
}

export type RequestLine = {
  id: string;
  method: string;
  /** As it came, with its query: what is secret in it stays out of the log. */
  url: string;
  status: number;
  milliseconds: number;
  bytes: number;
  /** Only while statements are counted. */
  statements?: number;
};

/** One line per request. */
export function logRequest({ url, ...line }: RequestLine): void {
  log().info({ ...line, path: redactedPath(url) }, "request");
}
